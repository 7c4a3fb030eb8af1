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

    /** One that writes; transactions wait for those of other consoles before they begin. */
    Session writer() throws SQLException {
        return open(SQLiteConfig.TransactionMode.IMMEDIATE);
    }

    Session reader() throws SQLException {
        return open(SQLiteConfig.TransactionMode.DEFERRED);
    }

    private Session open(SQLiteConfig.TransactionMode mode) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setTransactionMode(mode);
        String where = file.map(Path::toString).orElse(":memory:");
        Connection connection = config.createConnection("jdbc:sqlite:" + where);
        try {
            for (String pragma : new String[] {"pages", "vacuum", "journal", "synchronous", "journal_limit"}) {
                execute(connection, BOOK.text(pragma));
            }
            return new Session(connection, BOOK, new Millis());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
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
