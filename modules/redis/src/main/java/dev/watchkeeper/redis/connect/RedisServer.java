package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Redis or Sentinel target with the console's two connections to it: one for probes, one for actions, so that a stuck
 * probe never keeps a DBA from acting. Both are opened when first needed, and opened anew when they broke. Thread-safe.
 */
public final class RedisServer implements AutoCloseable {
    /** Longer than this nobody waits for a connection. */
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private static final Duration ACTION = Duration.ofSeconds(30);

    private final Target target;
    private final Dialer dialer;
    private final RedisSlot probes;
    private final RedisSlot actions;
    private volatile Duration probeTimeout = Duration.ofSeconds(10);

    /** One that is reached straight from here. */
    public RedisServer(Target target, Passwords passwords) {
        this(target, passwords, Routes.direct());
    }

    /** @param routes how one gets to where the target stands */
    public RedisServer(Target target, Passwords passwords, Routes routes) {
        this.target = target;
        this.dialer = new Dialer(target, passwords, routes.to(target.placement()));
        this.probes = new RedisSlot(target, dialer);
        this.actions = new RedisSlot(target, dialer);
    }

    public Target target() {
        return target;
    }

    /** From now on a probe gives up an answer that takes longer. Should be less than the polling interval. */
    public void probeTimeout(Duration timeout) {
        probeTimeout = timeout;
    }

    /** Asks something, bounded by the probe timeout. The work may be run twice. */
    public <T> T probe(RedisWork<T> work) throws FaultException {
        Duration timeout = probeTimeout;
        return probes.with(new Limits(shorter(timeout, CONNECT), timeout, true), work);
    }

    /** Asks something on the connection for actions, while a probe may be under way; the work may be run twice. */
    public <T> T look(RedisWork<T> work) throws FaultException {
        return actions.with(new Limits(CONNECT, ACTION, true), work);
    }

    /** Changes something. Runs once. Only for {@link dev.watchkeeper.kernel.action.Action}s. */
    public <T> T act(RedisWork<T> work) throws FaultException {
        return actions.with(new Limits(CONNECT, ACTION, false), work);
    }

    /** Does something on a connection of its own, which is closed afterwards: to subscribe, to look often and be bounded. */
    public <T> T apart(Duration limit, RedisWork<T> work) throws FaultException {
        Connected connected = dialer.dial(shorter(limit, CONNECT));
        try {
            connected.timeout((int) Math.max(1, limit.toMillis()));
            return work.on(connected);
        } finally {
            connected.closeQuietly();
        }
    }

    /**
     * A connection of one's own, to be closed by who asked for it. It is not watched, and not opened anew.
     *
     * @param limit for getting in, and for each answer until another limit is set
     */
    public RespLine line(Duration limit) throws FaultException {
        RespLine line = dialer.line(shorter(limit, CONNECT));
        line.timeout(limit);
        return line;
    }

    /** The server's numbers for the console's own connections that are open now. */
    public Set<Long> ownClients() {
        return Stream.of(probes, actions)
                .flatMap(slot -> slot.clientId().stream())
                .collect(Collectors.toSet());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        probes.close();
        actions.close();
    }
}
