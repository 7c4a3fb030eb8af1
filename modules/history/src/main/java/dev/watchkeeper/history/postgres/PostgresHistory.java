package dev.watchkeeper.history.postgres;

import dev.watchkeeper.history.keeping.FrameHistory;
import dev.watchkeeper.kernel.fault.FaultException;
import java.time.Clock;

/**
 * A history in a PostgreSQL 14 or newer, in the schema {@code watchkeeper}, for any number of consoles and recorders.
 * Thread-safe.
 */
public final class PostgresHistory extends FrameHistory {
    private PostgresHistory(PostgresLibrary library) {
        super(library);
    }

    /**
     * Connects, and makes the tables if they are not there.
     *
     * @throws FaultException DENIED with the statement to run if the role may not make them; UNSUPPORTED if a newer
     *     program made them; whatever keeps the entrance from being opened
     */
    public static PostgresHistory open(Entrance entrance, Clock clock) throws FaultException {
        return new PostgresHistory(PostgresLibrary.open(entrance, clock));
    }
}
