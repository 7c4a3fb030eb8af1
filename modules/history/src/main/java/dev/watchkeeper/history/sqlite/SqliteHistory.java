package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.keeping.FrameHistory;
import dev.watchkeeper.kernel.fault.FaultException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** A history in a SQLite file, or in memory. Several consoles may use one file at the same time. Thread-safe. */
public final class SqliteHistory extends FrameHistory {
    SqliteHistory(SqliteLibrary library) {
        super(library);
    }

    /**
     * Opens the file, and makes it if it is not there. A damaged one is set aside and a new one begun, now or whenever it
     * turns out.
     *
     * @param warnings hears of that, in a sentence, from any thread
     * @throws FaultException DENIED if it can't be made or written; UNSUPPORTED if a newer program wrote it; BAD_INPUT if
     *     it is a database of something else
     */
    public static SqliteHistory open(Path file, Clock clock, Consumer<String> warnings) throws FaultException {
        return open(file, Welcome.OWN, clock, warnings);
    }

    /**
     * Opens a file that somebody named, and makes it if it is not there. What is there already is never set aside.
     *
     * @throws FaultException DENIED if it can't be made or written; UNSUPPORTED if a newer program wrote it; BAD_INPUT if
     *     it is something else than a history; FAILED if it is a damaged one
     */
    public static SqliteHistory named(Path file, Clock clock) throws FaultException {
        return open(file, Welcome.NAMED, clock, warning -> {});
    }

    /**
     * Opens a file that somebody named and that has to be a history.
     *
     * @throws FaultException like {@link #named}; BAD_INPUT also if it is not there, or is empty
     */
    public static SqliteHistory existing(Path file, Clock clock) throws FaultException {
        return open(file, Welcome.EXISTING, clock, warning -> {});
    }

    private static SqliteHistory open(Path file, Welcome welcome, Clock clock, Consumer<String> warnings)
            throws FaultException {
        return new SqliteHistory(SqliteLibrary.open(Optional.of(file.toAbsolutePath()), welcome, clock, warnings));
    }

    /** One that is gone when it is closed. */
    public static SqliteHistory inMemory(Clock clock) {
        try {
            return new SqliteHistory(SqliteLibrary.open(Optional.empty(), Welcome.OWN, clock, warning -> {}));
        } catch (FaultException e) {
            throw new IllegalStateException("there is always memory", e);
        }
    }
}
