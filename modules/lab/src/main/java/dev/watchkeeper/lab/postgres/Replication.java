package dev.watchkeeper.lab.postgres;

import dev.watchkeeper.lab.process.Patience;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Makes servers follow one another. */
final class Replication {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final SqlScript SQL = SqlScript.beside(Replication.class, "replication.sql");

    private Replication() {}

    /** Starts a standby on a slot of its own, and waits until it streams and has all that its upstream has now. */
    static void follow(PostgresServer upstream, ClusterFolder folder, PostgresServer standby)
            throws IOException, SQLException {
        String slot = standby.name().replace('-', '_');
        makeSlot(upstream, slot);
        folder.follow(
                "host=%s port=%d user=replicator application_name=%s"
                        .formatted(upstream.host(), upstream.port(), standby.name()),
                slot);
        standby.start();
        await(upstream, "is streaming", standby.name());
        await(standby, "has replayed", position(upstream));
    }

    /** A slot that keeps WAL from now on. */
    static void makeSlot(PostgresServer server, String name) throws SQLException {
        run(server, "make slot", name);
    }

    /** Lets the primary's commits wait for a standby. */
    static void synchronise(PostgresServer primary, String standby) throws IOException, SQLException {
        primary.execute(SQL.part("wait for standby").replace(":standby", standby));
        primary.execute(SQL.part("reload"));
        await(primary, "is synchronous", standby);
    }

    /** Subscribes to the primary's publication, and waits until the tables are copied. */
    static void subscribe(PostgresServer primary, PostgresServer subscriber) throws IOException, SQLException {
        primary.execute(SQL.part("publish"));
        subscriber.execute(SQL.part("subscribe")
                .replace(
                        ":origin",
                        "host=%s port=%d user=replicator dbname=%s application_name=%s"
                                .formatted(primary.host(), primary.port(), primary.database(), subscriber.name())));
        try (Connection connection = subscriber.connect()) {
            await(connection, "tables are copied", "sub_shop");
        }
    }

    private static void run(PostgresServer server, String part, String argument) throws SQLException {
        try (Connection connection = administer(server);
                PreparedStatement statement = connection.prepareStatement(SQL.part(part))) {
            statement.setString(1, argument);
            statement.execute();
        }
    }

    private static String position(PostgresServer server) throws SQLException {
        try (Connection connection = administer(server);
                PreparedStatement statement = connection.prepareStatement(SQL.part("position"));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static void await(PostgresServer server, String part, String argument) throws IOException, SQLException {
        try (Connection connection = administer(server)) {
            await(connection, part, argument);
        }
    }

    private static void await(Connection connection, String part, String argument) throws IOException, SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL.part(part))) {
            statement.setString(1, argument);
            Patience.until(LIMIT, argument + " " + part, () -> {
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            });
        }
    }

    /** A database that is there from the start: a standby may not have the shop's yet. */
    private static Connection administer(PostgresServer server) throws SQLException {
        return server.connect(server.user(), "lab", "postgres");
    }
}
