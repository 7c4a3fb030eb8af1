package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What the server is to log from now on; each only if it is said. What is negative is to be logged no more, 0 means all.
 *
 * @param slow statements that take this long and longer
 * @param lockWaits waits for locks that are longer than {@code deadlock_timeout}
 * @param tempFiles temporary files of so many bytes and more
 * @param plans plans of statements that take this long and longer, by auto_explain
 */
public record LogWish(
        Optional<Duration> slow, Optional<Boolean> lockWaits, Optional<Long> tempFiles, Optional<Duration> plans) {
    private static final String OFF = "-1";

    /** Half a second, lock waits, temporary files of 10 MB; no plans. */
    public static final LogWish USUAL = new LogWish(
            Optional.of(Duration.ofMillis(500)), Optional.of(true), Optional.of(10L << 20), Optional.empty());

    /** The settings with their values, in the units of {@code pg_settings}: ms and KiB. */
    SequencedMap<String, String> settings() {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        slow.ifPresent(span -> settings.put("log_min_duration_statement", millis(span)));
        lockWaits.ifPresent(on -> settings.put("log_lock_waits", on ? "on" : "off"));
        tempFiles.ifPresent(bytes -> settings.put("log_temp_files", bytes < 0 ? OFF : Long.toString(bytes / 1024)));
        plans.ifPresent(span -> settings.put("auto_explain.log_min_duration", millis(span)));
        return settings;
    }

    private static String millis(Duration span) {
        return span.isNegative() ? OFF : Long.toString(span.toMillis());
    }

    /** Whether sessions have to load auto_explain for it. */
    boolean explains() {
        return plans.isPresent() && !plans.get().isNegative();
    }

    /** {@code statements of 500 ms and more, waits for locks, temporary files of 10 MB and more}. */
    String words() {
        List<String> words = new ArrayList<>();
        slow.ifPresent(span -> words.add(span.isNegative() ? "no slow statements" : statements(span)));
        lockWaits.ifPresent(on -> words.add(on ? "waits for locks beyond deadlock_timeout" : "no waits for locks"));
        tempFiles.ifPresent(bytes -> words.add(
                bytes < 0
                        ? "no temporary files"
                        : bytes == 0
                                ? "all temporary files"
                                : "temporary files of " + Sizes.bytes(bytes) + " and more"));
        plans.ifPresent(span -> words.add(
                span.isNegative()
                        ? "no plans"
                        : "plans of " + statements(span) + ", in sessions that begin from now on"));
        return String.join(", ", words);
    }

    private static String statements(Duration span) {
        return span.isZero() ? "all statements" : "statements of " + Spans.words(span) + " and more";
    }
}
