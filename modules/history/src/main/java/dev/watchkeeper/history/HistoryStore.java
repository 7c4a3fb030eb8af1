package dev.watchkeeper.history;

import dev.watchkeeper.kernel.fault.FaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Keeps samples over time. Thread-safe. */
public interface HistoryStore extends HistoryReader, AutoCloseable {
    /** Keeps all of it, or, if this throws, nothing. */
    void write(Batch batch) throws FaultException;

    /** Keeps several: stores do so in one transaction, which is what makes writing cheap. */
    default void writeAll(Collection<Batch> batches) throws FaultException {
        for (Batch batch : batches) {
            write(batch);
        }
    }

    /**
     * Rolls up and throws away what is older than it is to be kept.
     *
     * @return how many rows went
     */
    long prune(Retention retention, Instant now) throws FaultException;

    /**
     * Asks to be the one who records a server. To be asked again before {@code stale} is over, which is how the others
     * see that the recorder lives.
     *
     * @param recorder who asks; another name for each process
     * @param stale after this long without a word another recorder may take over
     * @return whose the server is now: record only if it {@link Lease#isHeldBy is yours}
     */
    Lease claim(String target, String recorder, Duration stale) throws FaultException;

    /** Gives up all servers of this recorder, so that another one can take over at once. */
    void release(String recorder) throws FaultException;

    @Override
    void close();
}
