package dev.watchkeeper.lab.workload;

import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.postgres.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A migration that drops an index which the shop's busiest query needs; it is built again later, and so on. */
public final class Migration implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Migration.class.getName());
    private static final SqlScript SQL = SqlScript.beside(Migration.class, "migration.sql");

    private final PostgresServer server;
    private final Consumer<String> notes;
    private final CountDownLatch end = new CountDownLatch(1);

    private Migration(PostgresServer server, Consumer<String> notes) {
        this.server = server;
        this.notes = notes;
    }

    /**
     * Drops the index each time that long after it was there, and builds it again that long after it was dropped.
     *
     * @param notes gets a line when either is done, on any thread
     */
    public static Migration every(Duration span, PostgresServer server, Consumer<String> notes) {
        Migration migration = new Migration(server, notes);
        Thread.ofVirtual().name("migration").start(() -> migration.run(span));
        return migration;
    }

    /** Drops the index now. */
    public static void drop(PostgresServer server) throws SQLException {
        execute(server, "drop");
    }

    /** Builds it again, if it is not there. */
    public static void restore(PostgresServer server) throws SQLException {
        execute(server, "create");
    }

    private void run(Duration span) {
        try {
            boolean there = true;
            while (!end.await(span.toMillis(), TimeUnit.MILLISECONDS)) {
                there = turned(there);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean turned(boolean there) {
        try {
            if (there) {
                drop(server);
                notes.accept("a migration dropped the index shipments_order");
            } else {
                restore(server);
                notes.accept("the index shipments_order was built again");
            }
            return !there;
        } catch (SQLException e) {
            LOG.log(Level.FINE, "the migration is tried again later", e);
            return there;
        }
    }

    private static void execute(PostgresServer server, String part) throws SQLException {
        try (Connection connection = server.connect("migrator", "flyway");
                Statement statement = connection.createStatement()) {
            statement.execute(SQL.part(part));
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}
