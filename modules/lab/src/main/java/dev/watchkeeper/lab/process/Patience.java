package dev.watchkeeper.lab.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting for a server to reach a state, with a deadline. */
public final class Patience {
    private static final long STEP_NANOS = Duration.ofMillis(15).toNanos();

    private Patience() {}

    /** Something that becomes true by itself. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws IOException, SQLException;
    }

    /**
     * Waits until the condition holds.
     *
     * @param what completes "waited in vain until ..."
     * @throws IOException if the limit passed first, or the thread was interrupted
     */
    public static void until(Duration limit, String what, Condition condition) throws IOException, SQLException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("waited %d s in vain until %s".formatted(limit.toSeconds(), what));
            }
            LockSupport.parkNanos(STEP_NANOS);
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting until " + what);
            }
        }
    }
}
