package dev.watchkeeper.hosts.ssh;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a person would not answer a moment ago. Several parts of a window ask the same host at the same time, and each of them
 * would ask the person again. Thread-safe.
 */
final class Declined {
    private static final long PEACE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<String, Long> since = new ConcurrentHashMap<>();

    /** Whether the person is to be left in peace with this question. */
    boolean recently(String question) {
        Long then = since.get(question);
        return then != null && System.nanoTime() - then < PEACE_NANOS;
    }

    void add(String question) {
        since.put(question, System.nanoTime());
    }
}
