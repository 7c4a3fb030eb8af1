package dev.watchkeeper.app.logview;

import dev.watchkeeper.app.shell.FxThread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** How long tasks waited for the FX thread while something went on, in ms. */
record FxDelays(List<Double> millis) {
    private static final long EVERY = 5_000_000;

    FxDelays {
        millis = List.copyOf(millis);
    }

    interface Work {
        void run() throws Exception;
    }

    static FxDelays none() {
        return new FxDelays(List.of());
    }

    /** Asks the FX thread every 5 ms until the work is done. */
    static FxDelays during(Work work) {
        FxThread fx = new FxThread();
        List<Double> found = Collections.synchronizedList(new ArrayList<>());
        Thread asker = Thread.ofPlatform().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                long asked = System.nanoTime();
                fx.later(() -> found.add((System.nanoTime() - asked) / 1e6));
                LockSupport.parkNanos(EVERY);
            }
        });
        try {
            work.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            asker.interrupt();
        }
        return new FxDelays(new ArrayList<>(found));
    }

    FxDelays and(FxDelays others) {
        List<Double> all = new ArrayList<>(millis);
        all.addAll(others.millis);
        return new FxDelays(all);
    }

    double percentile(int percent) {
        double[] sorted = millis.stream().mapToDouble(one -> one).toArray();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%.2f ms in the median, 95 %% %.1f ms, at most %.1f ms",
                percentile(50),
                percentile(95),
                percentile(100));
    }
}
