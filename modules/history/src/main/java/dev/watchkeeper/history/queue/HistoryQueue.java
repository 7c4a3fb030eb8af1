package dev.watchkeeper.history.queue;

import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Retention;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one who writes: takes batches without making anybody wait, and writes what came in a moment as one transaction. A
 * store that fails is tried again; what does not fit meanwhile is lost, the oldest first. Rolls up from time to time.
 * Thread-safe.
 */
public final class HistoryQueue implements AutoCloseable {
    /** So many batches wait for a store that fails: some minutes of a fleet. */
    static final int ROOM = 5000;

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final HistoryStore store;
    private final Retention retention;
    private final Rhythm rhythm;
    private final Clock clock;
    private final Consumer<Fault> faults;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Batch> waiting = new ArrayDeque<>();
    private final Thread writer;
    private long added;
    private long settled;
    private long lost;
    private boolean hurry;
    private boolean closed;
    private @Nullable Fault fault;
    /** What was told last; writing that succeeds ends it. */
    private @Nullable Fault told;

    /**
     * When it does what.
     *
     * @param write how long batches are collected
     * @param retry how long a store that failed is left alone
     * @param prune how often it is rolled up
     */
    public record Rhythm(Duration write, Duration retry, Duration prune) {
        public static final Rhythm USUAL =
                new Rhythm(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMinutes(10));
    }

    /**
     * Begins.
     *
     * @param store stays open when the queue is closed
     * @param faults hears when writing begins to fail, once, and again only if something else is the matter; from the
     *     writing thread
     */
    public HistoryQueue(HistoryStore store, Retention retention, Rhythm rhythm, Clock clock, Consumer<Fault> faults) {
        this.store = store;
        this.retention = retention;
        this.rhythm = rhythm;
        this.clock = clock;
        this.faults = faults;
        this.writer = Thread.ofVirtual().name("history").unstarted(this::write);
    }

    /** Begins to write. */
    public HistoryQueue start() {
        writer.start();
        return this;
    }

    /** Takes it and returns at once. Nothing is taken after {@link #close}. */
    public void add(Batch batch) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            waiting.add(batch);
            added++;
            dropWhatDoesNotFit();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until everything that was added before is written or lost.
     *
     * @return false if that was not so in time
     */
    public boolean flush(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        lock.lockInterruptibly();
        try {
            long wanted = added;
            hurry = true;
            changed.signalAll();
            while (settled < wanted) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Why writing fails now; empty if all is well. */
    public Optional<Fault> fault() {
        lock.lock();
        try {
            return Optional.ofNullable(fault);
        } finally {
            lock.unlock();
        }
    }

    /** How many batches were lost, because the store failed for too long. */
    public long lost() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }

    private void dropWhatDoesNotFit() {
        while (waiting.size() > ROOM) {
            waiting.removeFirst();
            settled++;
            lost++;
        }
    }

    private void write() {
        long pruned = System.nanoTime() - rhythm.prune().toNanos();
        try {
            while (true) {
                List<Batch> batches = next();
                if (!batches.isEmpty()) {
                    write(batches);
                }
                if (isClosed()) {
                    return;
                }
                if (System.nanoTime() - pruned >= rhythm.prune().toNanos() && fault().isEmpty()) {
                    prune();
                    pruned = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What came until the moment is over, or until somebody is in a hurry; after a fault, when it may be over. */
    private List<Batch> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = (fault == null ? rhythm.write() : rhythm.retry()).toNanos();
            while (left > 0 && !closed && !(hurry && fault == null)) {
                left = changed.awaitNanos(left);
            }
            hurry = false;
            List<Batch> batches = new ArrayList<>(waiting);
            waiting.clear();
            return batches;
        } finally {
            lock.unlock();
        }
    }

    private void write(List<Batch> batches) {
        try {
            store.writeAll(batches);
            settle(batches.size());
        } catch (FaultException e) {
            putBack(batches, e.fault());
        }
    }

    private void settle(int count) {
        lock.lock();
        try {
            settled += count;
            fault = null;
            told = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void putBack(List<Batch> batches, Fault why) {
        lock.lock();
        try {
            batches.reversed().forEach(waiting::addFirst);
            dropWhatDoesNotFit();
        } finally {
            lock.unlock();
        }
        trouble(why);
    }

    private void trouble(Fault why) {
        lock.lock();
        try {
            fault = why;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        tell(why);
    }

    private void tell(Fault why) {
        boolean news;
        lock.lock();
        try {
            news = !why.equals(told);
            told = why;
        } finally {
            lock.unlock();
        }
        if (news) {
            faults.accept(why);
        }
    }

    private void prune() {
        try {
            store.prune(retention, clock.instant());
        } catch (FaultException e) {
            // writing goes on: whether that fails too is found out there
            tell(e.fault());
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Writes what is still waiting, if the store works. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!writer.join(CLOSING)) {
                writer.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
