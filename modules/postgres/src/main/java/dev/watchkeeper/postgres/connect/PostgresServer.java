package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Route;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL target with the console's two connections to it: one for probes, one for actions, so that a stuck probe
 * never keeps a DBA from acting. Both are opened when first needed. Thread-safe.
 */
public final class PostgresServer implements AutoCloseable {
    /** Longer than this nobody waits for a connection, unless the target says so. */
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private static final Duration ACTION = Duration.ofSeconds(30);

    private final Target target;
    private final Passwords passwords;
    private final Route route;
    private final ConnectionSlot probes;
    private final ConnectionSlot actions;
    private final PlainConnections plain;
    private volatile Duration probeTimeout = Duration.ofSeconds(10);

    /** One that is reached straight from here. */
    public PostgresServer(Target target, Passwords passwords) {
        this(target, passwords, Routes.direct());
    }

    /** @param routes how one gets to where the target stands */
    public PostgresServer(Target target, Passwords passwords, Routes routes) {
        this.target = target;
        this.passwords = passwords;
        this.route = routes.to(target.placement());
        this.plain = new PlainConnections(target, passwords, route);
        Dialer dialer = new Dialer(target, passwords, route);
        this.probes = new ConnectionSlot(target, dialer, new SessionSettings(true));
        this.actions = new ConnectionSlot(target, dialer, new SessionSettings(target.readOnly()));
    }

    public Target target() {
        return target;
    }

    /** From now on the server ends a probe's statement that takes longer. Should be less than the polling interval. */
    public void probeTimeout(Duration timeout) {
        probeTimeout = timeout;
    }

    /** Asks something, read-only and bounded by the probe timeout. The work may be run twice. */
    public <T> T probe(ConnectionWork<T> work) throws FaultException {
        Duration timeout = probeTimeout;
        Duration connect = timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT;
        return probes.with(new SlotTimeouts(connect, timeout, true), work);
    }

    /** Asks something that may take as long as an action, on the connection for actions; the work may be run twice. */
    public <T> T look(ConnectionWork<T> work) throws FaultException {
        return actions.with(new SlotTimeouts(CONNECT, ACTION, true), work);
    }

    /** Changes something. Runs once. Only for {@link dev.watchkeeper.kernel.action.Action}s. */
    public <T> T act(ConnectionWork<T> work) throws FaultException {
        return actions.with(new SlotTimeouts(CONNECT, ACTION, false), work);
    }

    /** For what must not leave a trace in the session, or not use one of the two connections. */
    public PlainConnections plain() {
        return plain;
    }

    /**
     * A session of the caller's own, who closes it; nothing is set in it. Values come as the text that the server prints,
     * no statement is prepared on the server, and no answer is waited for only so long.
     *
     * @param application {@code application_name}, as others see the session
     */
    public Connected enter(String application) throws FaultException {
        Connected connected = new Dialer(
                        target, passwords, route, properties -> OwnSession.set(properties, application))
                .dial(CONNECT);
        try {
            connected.jdbc().setNetworkTimeout(Runnable::run, 0);
            return connected;
        } catch (SQLException e) {
            connected.closeQuietly();
            throw new FaultException(Faults.whileAsking(e, target, connected.host()), e);
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        probes.close();
        actions.close();
    }
}
