package dev.watchkeeper.postgres.console;

import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Cancels what is under way, and never what comes after it. Thread-safe. */
final class Cancelling {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ConsoleSession underWay;
    private volatile boolean wished;

    void begin(ConsoleSession session) {
        lock.lock();
        try {
            wished = false;
            underWay = session;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a wish that is on its way to the server. */
    void end() {
        lock.lock();
        try {
            underWay = null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether anything was under way. */
    boolean cancel() throws SQLException {
        lock.lock();
        try {
            if (underWay == null) {
                return false;
            }
            wished = true;
            underWay.cancelQuery();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether what ran last was to be cancelled. */
    boolean wasWished() {
        return wished;
    }
}
