package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.jdbc.Session;
import dev.watchkeeper.history.jdbc.SqlBook;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** Opens connections to one file, or to the memory, each with what keeps it safe. */
final class SqliteConnector {
    private static final SqlBook BOOK =
            SqlBook.of(SqliteConnector.class, "frames.sql", "pragmas.sql", "/dev/watchkeeper/history/jdbc/common.sql");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<Path> file;

    /** @param file empty for one in memory, which every connection has for itself */
    SqliteConnector(Optional<Path> file) {
        this.file = file;
    }

    Session open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) PATIENCE.toMillis());
        String where = file.map(Path::toString).orElse(":memory:");
        Connection connection = config.createConnection("jdbc:sqlite:" + where);
        try {
            Session session = new Session(connection, BOOK, new Millis());
            execute(session, "synchronous");
            execute(session, "journal_limit");
            return session;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /**
     * As a whole, or not at all. The driver's own way begins the next transaction with the end of the one before, and so
     * would lock the file for nothing.
     */
    static <T> T transaction(Session session, String begin, Work<T> work) throws SQLException {
        execute(session, begin);
        try {
            T result = work.run();
            execute(session, "commit");
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(session, e);
            throw e;
        }
    }

    /** Some faults, such as a full disk, have rolled back already. */
    private static void rollBack(Session session, Exception because) {
        try {
            try {
                session.forgetStatements();
            } finally {
                execute(session, "rollback");
            }
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** Runs a statement of the book that is not worth being kept prepared. */
    static void execute(Session session, String name) throws SQLException {
        execute(session.connection(), session.book().text(name));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement that does its work row by row, and has no columns to read. */
    static void toTheEnd(Session session, String name) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            // an update is stepped until it is done; a query would be stepped once
            statement.executeUpdate(session.book().text(name));
        }
    }
}
