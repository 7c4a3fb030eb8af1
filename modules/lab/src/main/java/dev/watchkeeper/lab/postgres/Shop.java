package dev.watchkeeper.lab.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables and roles of a small shop, so that panes show what a DBA knows from work. */
final class Shop {
    private static final SqlScript SQL = SqlScript.beside(Shop.class, "shop.sql");

    private Shop() {}

    /** Makes the roles, the database, the empty tables, and pg_stat_statements. */
    static void create(PostgresServer server, String database) throws SQLException {
        try (Connection connection = server.connect("postgres", "lab", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(SQL.part("roles"));
            statement.execute(SQL.part("statistics"));
            statement.execute(SQL.part("database").replace(":database", database));
        }
        server.execute(SQL.part("statistics"));
        server.execute(SQL.part("tables"));
    }

    /** Puts rows into the tables. */
    static void fill(PostgresServer server) throws SQLException {
        server.execute(SQL.part("rows"));
        server.execute(SQL.part("analyze"));
    }
}
