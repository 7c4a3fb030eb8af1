package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.FaultException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting for a server to do what it was told. */
final class Waiting {
    private static final Duration STEP = Duration.ofMillis(10);

    private Waiting() {}

    /** Something that becomes true by itself. */
    interface Condition {
        boolean holds() throws FaultException;
    }

    /** False if the time was up first, or the thread was interrupted. */
    static boolean until(Duration limit, Condition condition) throws FaultException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return true;
    }
}
