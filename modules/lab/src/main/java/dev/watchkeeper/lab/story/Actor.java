package dev.watchkeeper.lab.story;

import dev.watchkeeper.lab.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One session with a part in a story. Somebody may end it at any time. */
final class Actor {
    private final Connection connection;
    private final int pid;
    private volatile boolean busy;

    private Actor(Connection connection, int pid) {
        this.connection = connection;
        this.pid = pid;
    }

    static Actor enter(PostgresServer server, String user, String application) throws SQLException {
        Connection connection = server.connect(user, application);
        return new Actor(connection, Observer.pidOf(connection));
    }

    int pid() {
        return pid;
    }

    /** Whether it is still at what {@link #starts} told it to do. */
    boolean isBusy() {
        return busy;
    }

    /** Runs statements and returns when they are done. */
    void does(List<String> statements) throws SQLException {
        run(statements);
    }

    /**
     * Runs statements on a thread of its own.
     *
     * @param whenDone gets null if they ran to their end, else what stopped them
     */
    void starts(List<String> statements, Consumer<@Nullable SQLException> whenDone) {
        busy = true;
        Thread.ofVirtual().name("actor-" + pid).start(() -> {
            @Nullable SQLException stopped = null;
            try {
                run(statements);
            } catch (SQLException e) {
                stopped = e;
            }
            busy = false;
            whenDone.accept(stopped);
        });
    }

    /** Drops the connection without a word. */
    void leave() throws SQLException {
        connection.abort(Runnable::run);
    }

    private void run(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
