package dev.watchkeeper.lab.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several steps at once, each on a virtual thread. */
public final class Parallel {
    private Parallel() {}

    /** One step, which may fail as servers do. */
    @FunctionalInterface
    public interface Step {
        void run() throws IOException, SQLException;
    }

    /** Runs all steps and waits for every one of them; the first failure is thrown, the others are suppressed in it. */
    public static void all(List<? extends Step> steps) throws IOException, SQLException {
        List<Exception> failures = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Step step : steps) {
                running.add(threads.submit(() -> {
                    step.run();
                    return null;
                }));
            }
            for (Future<?> future : running) {
                await(future, failures);
            }
        }
        throwFirst(failures);
    }

    private static void await(Future<?> future, List<Exception> failures) {
        try {
            future.get();
        } catch (ExecutionException e) {
            failures.add(e.getCause() instanceof Exception cause ? cause : e);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            failures.add(new InterruptedIOException("interrupted"));
        }
    }

    private static void throwFirst(List<Exception> failures) throws IOException, SQLException {
        if (failures.isEmpty()) {
            return;
        }
        Exception first = failures.getFirst();
        failures.stream().skip(1).forEach(first::addSuppressed);
        switch (first) {
            case IOException io -> throw io;
            case SQLException sql -> throw sql;
            case RuntimeException broken -> throw broken;
            default -> throw new IOException(first);
        }
    }
}
