package dev.watchkeeper.app.bench;

import dev.watchkeeper.lab.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Sessions in a transaction, each with a long statement: pg_activity lists only those that are not idle. */
final class Crowd implements AutoCloseable {
    private final List<Connection> connections = new ArrayList<>();

    private Crowd() {}

    static Crowd in(PostgresServer server, int sessions, int textBytes) throws SQLException {
        Crowd crowd = new Crowd();
        for (int i = 0; i < sessions; i++) {
            Connection connection = server.connect("app_rw", "crowd");
            crowd.connections.add(connection);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select " + i + " /* " + "x".repeat(textBytes) + " */");
            }
        }
        return crowd;
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
