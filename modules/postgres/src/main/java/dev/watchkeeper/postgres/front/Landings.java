package dev.watchkeeper.postgres.front;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.connect.PlainConnections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tries through every entry where one lands, each on a connection of its own, every few seconds. Nobody waits long for an
 * entry that hangs: what was known before is said again. For one thread.
 */
public final class Landings {
    private static final Executor THREADS = Thread.ofVirtual().name("landing")::start;
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMillis(2_500);
    private static final Duration AGAIN = Duration.ofSeconds(3);

    /** How one connects through an entry. */
    @FunctionalInterface
    public interface Door {
        /** As the user of the cluster's own target, to this database. */
        PlainConnections through(HostPort entry, String database);
    }

    private static final class Try {
        private @Nullable CompletableFuture<Landing> underWay;
        private @Nullable Landing last;
        private long began;
    }

    private final Door door;
    private final Map<Entry, Try> tries = new HashMap<>();

    public Landings(Door door) {
        this.door = door;
    }

    /** What is known of these entries; of none of them nothing the first time, if it answers in time. */
    public List<Landing> of(Collection<Entry> entries) {
        tries.keySet().retainAll(entries);
        entries.forEach(this::begin);
        awaitAll();
        List<Landing> landings = new ArrayList<>();
        for (Entry entry : entries) {
            Landing last = taken(tries.get(entry));
            if (last != null) {
                landings.add(last);
            }
        }
        return landings;
    }

    private void begin(Entry entry) {
        Try one = tries.computeIfAbsent(entry, key -> new Try());
        boolean due = one.last == null || System.nanoTime() - one.began > AGAIN.toNanos();
        if (one.underWay == null && due) {
            one.began = System.nanoTime();
            one.underWay = CompletableFuture.supplyAsync(() -> knock(entry), THREADS);
        }
    }

    private Landing knock(Entry entry) {
        try {
            return door.through(entry.at(), entry.database())
                    .through(entry.at(), ANSWER, connected -> Landing.read(entry, connected));
        } catch (FaultException e) {
            return Landing.nowhere(entry, e.fault());
        }
    }

    private void awaitAll() {
        CompletableFuture<?>[] all = tries.values().stream()
                .map(one -> one.underWay)
                .filter(future -> future != null)
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            // the next refresh looks again
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking where a connection lands broke", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable Landing taken(@Nullable Try one) {
        if (one == null) {
            return null;
        }
        CompletableFuture<Landing> running = one.underWay;
        if (running != null && running.isDone()) {
            one.last = running.join();
            one.underWay = null;
        }
        return one.last;
    }
}
