package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.fault.FaultException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting for something that becomes true by itself, with a deadline. */
final class Waiting {
    private static final Duration EVERY = Duration.ofMillis(50);

    private Waiting() {}

    /** Something that becomes true. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws FaultException;
    }

    /** Whether it became true in time. */
    static boolean until(Duration limit, Condition condition) throws FaultException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            pause(EVERY);
        }
        return true;
    }

    /** Between two looks. */
    static void pause(Duration span) {
        LockSupport.parkNanos(span.toNanos());
    }
}
