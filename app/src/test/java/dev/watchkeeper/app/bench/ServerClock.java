package dev.watchkeeper.app.bench;

import dev.watchkeeper.lab.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How long the server worked for one role, by its own measurement ({@code pg_stat_statements}). */
final class ServerClock implements AutoCloseable {
    private final Connection connection;

    ServerClock(PostgresServer server) throws SQLException {
        connection = DriverManager.getConnection(url(server, "postgres"));
    }

    static String url(PostgresServer server, String user) {
        return "jdbc:postgresql://%s:%d/%s?user=%s".formatted(server.host(), server.port(), server.database(), user);
    }

    /** A role that sees everything and is measured on its own. */
    void role(String name) throws SQLException {
        execute("create role " + name + " login superuser");
    }

    void reset() throws SQLException {
        execute("select pg_stat_statements_reset()");
    }

    /** Milliseconds that the role's statements took since the reset. */
    double millis(String role) throws SQLException {
        return number(
                "select coalesce(sum(total_exec_time), 0) from pg_stat_statements s"
                        + " join pg_roles r on r.oid = s.userid where r.rolname = ? and s.query not like 'SET%'",
                role);
    }

    /** How often the role ran the statement that it ran most often of those that name this table. */
    double calls(String role, String table) throws SQLException {
        return number(
                "select coalesce(max(calls), 0) from pg_stat_statements s join pg_roles r on r.oid = s.userid"
                        + " where r.rolname = ? and s.query like '%" + table + "%'",
                role);
    }

    private double number(String sql, String role) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, role);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getDouble(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
