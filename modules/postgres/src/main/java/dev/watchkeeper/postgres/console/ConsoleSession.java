package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.TransactionState;

/** An open session of a console. For one thread at a time, except for {@link #cancelQuery} and {@link #close}. */
final class ConsoleSession {
    private static final Logger LOG = System.getLogger(ConsoleSession.class.getName());

    static final SqlFile BEGIN = SqlFile.of(ConsoleSession.class, "begin");
    static final SqlFile BEGIN_READ_ONLY = SqlFile.of(ConsoleSession.class, "begin_read_only");
    static final SqlFile COMMIT = SqlFile.of(ConsoleSession.class, "commit");
    static final SqlFile ROLLBACK = SqlFile.of(ConsoleSession.class, "rollback");
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final SqlFile SESSION = SqlFile.of(ConsoleSession.class, "session");
    private static final SqlFile LIMITS = SqlFile.of(ConsoleSession.class, "limits");
    private static final SqlFile PIN = SqlFile.of(ConsoleSession.class, "pin_read_only");
    private static final SqlFile VOLATILE = SqlFile.of(ConsoleSession.class, "volatile_functions");

    private final Target target;
    private final Connected connected;
    private final BaseConnection driver;
    private int pid;

    private ConsoleSession(Target target, Connected connected) throws SQLException {
        this.target = target;
        this.connected = connected;
        this.driver = connected.jdbc().unwrap(BaseConnection.class);
    }

    static ConsoleSession open(PostgresServer server, boolean readOnly, Duration timeout) throws FaultException {
        if (server.target().endpoint().engine() == Engine.PGBOUNCER) {
            return admin(server);
        }
        Connected connected = server.enter("watchkeeper console");
        try {
            ConsoleSession session = new ConsoleSession(server.target(), connected);
            session.apply(readOnly, timeout);
            return session;
        } catch (SQLException e) {
            connected.closeQuietly();
            throw ConsoleFaults.plain(server.target(), e);
        }
    }

    /** PgBouncer's own console, which knows no settings and no transactions. */
    private static ConsoleSession admin(PostgresServer server) throws FaultException {
        HostPort host = server.target().endpoint().hosts().getFirst();
        Connected connected = server.plain().console(host, CONNECT);
        try {
            connected.jdbc().setNetworkTimeout(Runnable::run, 0);
            return new ConsoleSession(server.target(), connected);
        } catch (SQLException e) {
            connected.closeQuietly();
            throw ConsoleFaults.plain(server.target(), e);
        }
    }

    /** Whether it is PgBouncer's own console. */
    boolean isAdmin() {
        return target.endpoint().engine() == Engine.PGBOUNCER;
    }

    /** Only while no transaction is open: they would be forgotten with it. */
    void apply(boolean readOnly, Duration timeout) throws SQLException, FaultException {
        if (isAdmin()) {
            return;
        }
        try (PreparedStatement statement = connected.prepare(SESSION)) {
            statement.setString(1, readOnly ? "on" : null);
            statement.setString(2, timeout.isZero() ? null : timeout.toMillis() + "ms");
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                rows.next();
                pid = rows.integer("pid");
            }
        }
    }

    /** For the transaction under way. */
    void limit(Duration statement, Duration lock) throws SQLException, FaultException {
        try (PreparedStatement prepared = connected.prepare(LIMITS)) {
            prepared.setString(1, statement.toMillis() + "ms");
            prepared.setString(2, lock.toMillis() + "ms");
            prepared.execute();
        }
    }

    /** From here on the transaction under way can't write. */
    void pinReadOnly() throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(PIN)) {
            statement.execute();
        }
    }

    /** Whether one of these functions is somebody's own, and may change something. */
    boolean anyVolatile(Set<String> functions) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(VOLATILE)) {
            statement.setArray(1, connected.jdbc().createArrayOf("text", functions.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    /** A statement of the console's own that gives nothing: BEGIN, COMMIT, ROLLBACK. */
    void control(SqlFile file, Consumer<Notice> notices) throws SQLException, FaultException {
        exchange(notices).run(file.text(connected.version()), List.of(), 0, false);
    }

    /** Gives up the transaction, whatever becomes of that: one in a session that is gone is gone too. */
    void rollBackQuietly() {
        try {
            if (!isClosed() && state() != TransactionState.IDLE) {
                control(ROLLBACK, notice -> {});
            }
        } catch (SQLException | FaultException e) {
            LOG.log(Level.DEBUG, "rolling back: {0}", e.getMessage());
            close();
        }
    }

    Exchange exchange(Consumer<Notice> notices) {
        return new Exchange(driver.getQueryExecutor(), notices);
    }

    /** Asks the server about types that the driver has not met. */
    List<Column> columns(List<Field> fields) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (Field field : fields) {
            String type = driver.getTypeInfo().getPGType(field.getOID());
            columns.add(
                    new Column(field.getColumnLabel(), type == null ? "unknown" : type, ValueKind.of(field.getOID())));
        }
        return columns;
    }

    Target target() {
        return target;
    }

    Connected connected() {
        return connected;
    }

    int pid() {
        return pid;
    }

    TransactionState state() {
        return driver.getTransactionState();
    }

    boolean standardStrings() {
        return driver.getStandardConformingStrings();
    }

    /** From any thread; waits until the server took the wish. */
    void cancelQuery() throws SQLException {
        driver.cancelQuery();
    }

    boolean isClosed() {
        return connected.isClosed();
    }

    /** From any thread, whatever is under way. */
    void abort() {
        try {
            driver.abort(Runnable::run);
        } catch (SQLException e) {
            close();
        }
    }

    void close() {
        connected.closeQuietly();
    }
}
