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
 * What the server is to log from now on; each only if it is said.
 *
 * @param slow statements that take this long and longer
 * @param lockWaits waits for locks that are longer than {@code deadlock_timeout}
 * @param tempFiles temporary files of so many bytes and more
 * @param plans plans of statements that take this long and longer, by auto_explain
 */
public record LogWish(
        Optional<Duration> slow, Optional<Boolean> lockWaits, Optional<Long> tempFiles, Optional<Duration> plans) {
    /** Half a second, lock waits, temporary files of 10 MB; no plans. */
    public static final LogWish USUAL = new LogWish(
            Optional.of(Duration.ofMillis(500)), Optional.of(true), Optional.of(10L << 20), Optional.empty());

    /** The settings with their values, in the units of {@code pg_settings}: ms and KiB. */
    SequencedMap<String, String> settings() {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        slow.ifPresent(span -> settings.put("log_min_duration_statement", Long.toString(span.toMillis())));
        lockWaits.ifPresent(on -> settings.put("log_lock_waits", on ? "on" : "off"));
        tempFiles.ifPresent(bytes -> settings.put("log_temp_files", Long.toString(bytes / 1024)));
        plans.ifPresent(span -> settings.put("auto_explain.log_min_duration", Long.toString(span.toMillis())));
        return settings;
    }

    /** {@code statements of 500 ms and more, waits for locks, temporary files of 10 MB and more}. */
    String words() {
        List<String> words = new ArrayList<>();
        slow.ifPresent(span -> words.add("statements of " + Spans.words(span) + " and more"));
        lockWaits.ifPresent(on -> words.add(on ? "waits for locks beyond deadlock_timeout" : "no waits for locks"));
        tempFiles.ifPresent(bytes -> words.add("temporary files of " + Sizes.bytes(bytes) + " and more"));
        plans.ifPresent(span -> words.add(
                "plans of statements of " + Spans.words(span) + " and more, in sessions that begin from now on"));
        return String.join(", ", words);
    }
}
