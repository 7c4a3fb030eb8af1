package dev.watchkeeper.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets several tick at the same times, each on its own thread, so that none waits for another. */
final class Ticker {
    private final long intervalNanos;
    private final long ticks;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param ticks how many each makes
     */
    Ticker(Duration interval, long ticks) {
        this.intervalNanos = interval.toNanos();
        this.ticks = ticks;
    }

    /**
     * Returns when each has made all its ticks, or one said that nobody listens any more. One that was late makes its next
     * tick at once, and goes on with the others from there.
     *
     * @param each makes one tick; false ends it for all
     */
    void run(List<? extends BooleanSupplier> each) {
        long start = System.nanoTime();
        List<Thread> threads = each.stream()
                .map(one -> Thread.ofVirtual().name("ticks").start(() -> tick(one, start)))
                .toList();
        for (Thread thread : threads) {
            join(thread);
        }
    }

    private void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            stopped.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private void tick(BooleanSupplier one, long start) {
        try {
            for (long tick = 0; tick < ticks; tick++) {
                long wait = start + tick * intervalNanos - System.nanoTime();
                if (stopped.await(wait, TimeUnit.NANOSECONDS)) {
                    return;
                }
                if (!one.getAsBoolean()) {
                    stopped.countDown();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
