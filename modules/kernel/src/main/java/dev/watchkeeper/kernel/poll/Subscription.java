package dev.watchkeeper.kernel.poll;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** One probe that is being asked again and again. Thread-safe. */
public final class Subscription<S> implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Subscription.class.getName());

    private final PollState<S> state;
    private final Clock clock;
    private final Consumer<Poll<S>> listener;
    private final Consumer<Subscription<?>> onClose;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Duration interval;
    private boolean paused;
    private boolean askNow = true;
    private boolean closed;

    Subscription(
            PollState<S> state,
            String name,
            Clock clock,
            Duration interval,
            Consumer<Poll<S>> listener,
            Consumer<Subscription<?>> onClose) {
        this.state = state;
        this.clock = clock;
        this.interval = interval;
        this.listener = listener;
        this.onClose = onClose;
        this.thread = Thread.ofVirtual().name("poll-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Asks at once, also when paused or after a refusal; the ticks go on from there. */
    public void refreshNow() {
        change(() -> askNow = true);
    }

    /** Stops or resumes asking; the subscription stays. */
    public void pause(boolean pause) {
        change(() -> paused = pause);
    }

    /** Takes effect at once. */
    public void interval(Duration newInterval) {
        change(() -> interval = newInterval);
    }

    /** Ends it. An answer under way is dropped; the listener is not called any more. */
    @Override
    public void close() {
        change(() -> closed = true);
        thread.interrupt();
        onClose.accept(this);
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        boolean goOn = true;
        while (awaitTick(goOn)) {
            Poll<S> poll = state.ask();
            goOn = switch (poll) {
                case Poll.Fresh<S> fresh -> true;
                case Poll.Unavailable<S> unavailable -> false;
                case Poll.Failed<S> failed -> failed.asksAgain();
            };
            if (isOpen()) {
                tell(poll);
            }
        }
    }

    /** A listener that breaks loses one answer, not the ones to come. */
    private void tell(Poll<S> poll) {
        try {
            listener.accept(poll);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "who listens to " + thread.getName() + " broke", e);
        }
    }

    private boolean isOpen() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next tick, or for somebody's wish; false when closed. */
    private boolean awaitTick(boolean ticking) {
        lock.lock();
        try {
            long due = nextTick();
            while (!closed && !askNow) {
                if (!ticking || paused) {
                    changed.await();
                    due = nextTick();
                } else {
                    due = Math.min(due, nextTick());
                    long wait = due - clock.millis();
                    if (wait <= 0) {
                        break;
                    }
                    changed.await(wait, TimeUnit.MILLISECONDS);
                }
            }
            askNow = false;
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private long nextTick() {
        long step = Math.max(1, interval.toMillis());
        return (clock.millis() / step + 1) * step;
    }
}
