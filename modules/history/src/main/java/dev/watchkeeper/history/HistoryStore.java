package dev.watchkeeper.history;

import dev.watchkeeper.kernel.fault.FaultException;
import java.time.Instant;

/** Keeps samples over time. Thread-safe. */
public interface HistoryStore extends HistoryReader, AutoCloseable {
    /** Keeps all of it, or, if this throws, nothing. */
    void write(Batch batch) throws FaultException;

    /**
     * Rolls up and throws away what is older than it is to be kept.
     *
     * @return how many rows went
     */
    long prune(Retention retention, Instant now) throws FaultException;

    @Override
    void close();
}
