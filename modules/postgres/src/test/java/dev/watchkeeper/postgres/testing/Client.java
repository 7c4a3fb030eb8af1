package dev.watchkeeper.postgres.testing;

import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.postgres.sessions.SessionId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Somebody's session on a server of the lab, which does as told. */
public final class Client implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Executor THREADS = Thread.ofVirtual()::start;

    private final PostgresServer lab;
    private final Connection connection;
    private final SessionId id;
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    private Client(PostgresServer lab, Connection connection) throws SQLException {
        this.lab = lab;
        this.connection = connection;
        String sql = "select pid, backend_start from pg_stat_activity where pid = pg_backend_pid()";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            Instant start = row.getObject(2, OffsetDateTime.class).toInstant();
            this.id = new SessionId(row.getInt(1), start);
        }
    }

    public static Client enter(PostgresServer lab) throws SQLException {
        return enter(lab, lab.user());
    }

    public static Client enter(PostgresServer lab, String user) throws SQLException {
        return enter(lab, user, lab.database());
    }

    public static Client enter(PostgresServer lab, String user, String database) throws SQLException {
        return new Client(lab, lab.connect(user, "client", database));
    }

    public SessionId id() {
        return id;
    }

    public int pid() {
        return id.pid();
    }

    public Client does(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    /** Whether the server refuses the statement. */
    public static boolean fails(Client client, String sql) {
        try {
            client.does(sql);
            return false;
        } catch (SQLException refused) {
            return true;
        }
    }

    /** The first column of all rows, as text. */
    public List<String> asks(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    /** Begins a statement that takes long, and returns when the server runs it or lets it wait. */
    public void starts(String sql) throws SQLException, IOException {
        underWay = CompletableFuture.runAsync(
                () -> {
                    try {
                        does(sql);
                    } catch (SQLException e) {
                        throw new CompletionException(e);
                    }
                },
                THREADS);
        until(
                "the server works on: " + sql,
                "select count(*) = 1 from pg_stat_activity where pid = %d and state = 'active' and wait_event_type in ('Lock', 'Timeout', 'IPC')"
                        .formatted(pid()));
    }

    /** What became of the statement that was started last; fails as the statement does. */
    public CompletableFuture<Void> end() {
        return underWay;
    }

    /** Waits until the server says {@code t}. */
    public void until(String what, String sql) throws SQLException, IOException {
        try (Client observer = enter(lab)) {
            Patience.until(LIMIT, what, () -> observer.asks(sql).equals(List.of("t")));
        }
    }

    public boolean isAlive() throws SQLException {
        try (Client observer = enter(lab)) {
            return observer.asks("select 1 from pg_stat_activity where pid = " + pid())
                            .size()
                    == 1;
        }
    }

    /** Leaves, whatever it does at the moment. */
    @Override
    public void close() throws SQLException {
        connection.abort(THREADS);
        connection.close();
        try (Connection observer = lab.connect();
                Statement statement = observer.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid, 20000) from pg_stat_activity where pid = %d and backend_start = '%s'"
                            .formatted(id.pid(), id.backendStart()));
        }
    }
}
