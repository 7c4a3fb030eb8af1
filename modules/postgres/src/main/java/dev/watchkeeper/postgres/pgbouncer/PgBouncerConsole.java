package dev.watchkeeper.postgres.pgbouncer;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.ConnectionWork;
import dev.watchkeeper.postgres.connect.PlainConnections;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The admin console of a PgBouncer (documentation: "Admin console"). One connection is kept for looking, so that its log
 * does not fill with ours; every command has its own. Thread-safe; its calls block, bounded.
 */
public final class PgBouncerConsole implements AutoCloseable {
    private static final Duration ASK = Duration.ofSeconds(3);

    private final Target target;
    private final PlainConnections connections;
    private final ReentrantLock permit = new ReentrantLock();
    private @Nullable Connected kept;

    /** Connects to nobody yet. */
    public PgBouncerConsole(Target target, Passwords passwords, Routes routes) {
        this.target = target;
        this.connections = new PlainConnections(target, passwords, routes.to(target.placement()));
    }

    public Target target() {
        return target;
    }

    public HostPort address() {
        return target.endpoint().hosts().getFirst();
    }

    /** Asks it once. */
    public PgBouncerReading read() throws FaultException {
        return ask(PgBouncerConsole::read);
    }

    /** Who is connected; there may be thousands. */
    public List<Peer> clients() throws FaultException {
        return ask(connected ->
                show(connected, "clients").rows().stream().map(Peer::of).toList());
    }

    /** Gives a command. */
    void tell(String command, Duration limit) throws FaultException {
        Connected connected = connections.console(address(), limit);
        try {
            connections.on(connected, one -> {
                try (Statement statement = one.jdbc().createStatement()) {
                    return statement.execute(command);
                }
            });
        } finally {
            connected.closeQuietly();
        }
    }

    /** Tries twice where the connection that was kept turns out to be dead. */
    private <T> T ask(ConnectionWork<T> work) throws FaultException {
        permit.lock();
        try {
            boolean fresh = kept == null;
            try {
                return once(work);
            } catch (FaultException e) {
                if (fresh || e.fault().kind() != FaultKind.UNREACHABLE) {
                    throw e;
                }
                return once(work);
            }
        } finally {
            permit.unlock();
        }
    }

    private <T> T once(ConnectionWork<T> work) throws FaultException {
        Connected connected = kept;
        if (connected == null) {
            connected = connections.console(address(), ASK);
            kept = connected;
        }
        try {
            return connections.on(connected, work);
        } catch (FaultException e) {
            close();
            throw e;
        }
    }

    private static PgBouncerReading read(Connected connected) throws SQLException {
        Map<String, String> config = new HashMap<>();
        show(connected, "config").rows().forEach(row -> config.put(row.text("key"), row.text("value")));
        return new PgBouncerReading(
                connected.version().full().replaceFirst("/.*", ""),
                show(connected, "databases").rows().stream()
                        .map(PooledDatabase::of)
                        .filter(one -> !one.name().equals(PooledDatabase.ADMIN))
                        .toList(),
                show(connected, "pools").rows().stream()
                        .map(Pool::of)
                        .filter(one -> !one.database().equals(PooledDatabase.ADMIN))
                        .toList(),
                show(connected, "servers").rows().stream().map(Peer::of).toList(),
                show(connected, "stats").rows().stream().map(Traffic::of).toList(),
                config);
    }

    private static ConsoleTable show(Connected connected, String what) throws SQLException {
        try (Statement statement = connected.jdbc().createStatement();
                ResultSet result = statement.executeQuery("show " + what)) {
            return ConsoleTable.read(result);
        }
    }

    @Override
    public void close() {
        permit.lock();
        try {
            if (kept != null) {
                kept.closeQuietly();
                kept = null;
            }
        } finally {
            permit.unlock();
        }
    }
}
