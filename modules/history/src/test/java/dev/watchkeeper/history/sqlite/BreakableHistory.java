package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.kernel.fault.FaultException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** A history whose disk can be full. */
public final class BreakableHistory implements AutoCloseable {
    private final SqliteLibrary library;
    private final SqliteHistory store;

    private BreakableHistory(SqliteLibrary library) {
        this.library = library;
        this.store = new SqliteHistory(library);
    }

    public static BreakableHistory open(Path file) throws FaultException {
        return new BreakableHistory(SqliteLibrary.open(Optional.of(file), Welcome.OWN, Clock.systemUTC(), warning -> {
            throw new AssertionError(warning);
        }));
    }

    public HistoryStore store() {
        return store;
    }

    /** From now on the file can't grow. */
    public void fillDisk() throws FaultException {
        pragma("pragma max_page_count = 1");
    }

    public void freeDisk() throws FaultException {
        pragma("pragma max_page_count = 1000000");
    }

    /** Prepares each statement of the book; their names. */
    Set<String> understood() throws FaultException {
        return library.plain(session -> {
            for (String name : session.book().names()) {
                session.connection().prepareStatement(session.book().text(name)).close();
            }
            return session.book().names();
        });
    }

    private void pragma(String sql) throws FaultException {
        library.plain(session -> {
            try (var statement = session.connection().createStatement()) {
                return statement.execute(sql);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
