package dev.watchkeeper.lab.story;

import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.postgres.SqlScript;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;

/** Sees sessions from outside, and can end them. A connection of its own, as the superuser. */
final class Observer implements AutoCloseable {
    private static final SqlScript SQL = SqlScript.beside(Observer.class, "observer.sql");

    private final Connection connection;

    Observer(PostgresServer server) throws SQLException {
        this.connection = server.connect();
    }

    static int pidOf(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL.part("pid"))) {
            return number(statement);
        }
    }

    /** How many of these wait for a lock. */
    int waiting(List<Integer> pids) throws SQLException {
        return count("how many wait", "int4", pids);
    }

    /** How many of these are in the middle of a long query, and hold its locks. */
    int sleeping(List<Integer> pids) throws SQLException {
        return count("how many sleep", "int4", pids);
    }

    int prepared(List<String> gids) throws SQLException {
        return count("how many are prepared", "text", gids);
    }

    /** How many of these are there, not counting later sessions that got the same number. */
    int present(List<Integer> pids, OffsetDateTime enteredBy) throws SQLException {
        return count("how many are there", pids, enteredBy);
    }

    /** Ends those who are there, and says how many. */
    int end(List<Integer> pids, OffsetDateTime enteredBy) throws SQLException {
        return count("end sessions", pids, enteredBy);
    }

    /** Rolls a prepared transaction back, if it is there. */
    void rollBack(String gid) throws SQLException {
        if (prepared(List.of(gid)) > 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(SQL.part("roll back prepared").replace(":gid", gid));
            }
        }
    }

    /** The server's clock. */
    OffsetDateTime now() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL.part("now"));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    private int count(String part, List<Integer> pids, OffsetDateTime enteredBy) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL.part(part))) {
            statement.setArray(1, connection.createArrayOf("int4", pids.toArray()));
            statement.setObject(2, enteredBy);
            return number(statement);
        }
    }

    private int count(String part, String type, List<?> among) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL.part(part))) {
            statement.setArray(1, connection.createArrayOf(type, among.toArray()));
            return number(statement);
        }
    }

    private static int number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
