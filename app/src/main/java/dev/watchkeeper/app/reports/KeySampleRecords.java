package dev.watchkeeper.app.reports;

import dev.watchkeeper.redis.keys.BigKey;
import dev.watchkeeper.redis.keys.KeyGroup;
import dev.watchkeeper.redis.keys.KeySample;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Which keys are big, as data: the largest, the patterns, and how much was looked at. */
public final class KeySampleRecords {
    private static final List<String> KEYS =
            List.of("key", "type", "bytes", "encoding", "length", "ttl_ms", "pattern", "share");
    private static final List<String> GROUPS = List.of(
            "pattern",
            "type",
            "keys",
            "bytes",
            "mean_bytes",
            "max_bytes",
            "expiring",
            "share",
            "estimated_keys",
            "estimated_bytes");
    private static final List<String> SAMPLE = List.of(
            "server",
            "db",
            "all_keys",
            "sampled_keys",
            "denied_keys",
            "sampled_bytes",
            "estimated_bytes",
            "end",
            "took_ms");

    private KeySampleRecords() {}

    /** @param top so many keys and patterns at most */
    public static List<Records> of(KeySample sample, int top) {
        return List.of(
                new Records(
                        KEYS,
                        sample.largest().stream()
                                .limit(top)
                                .map(key -> key(sample, key))
                                .toList()),
                new Records(
                        "patterns",
                        GROUPS,
                        sample.groups().stream()
                                .limit(top)
                                .map(group -> group(sample, group))
                                .toList()),
                new Records("sample", SAMPLE, List.of(sample(sample))));
    }

    /** The name as redis-cli reads it: in quotes with escapes where that is needed. */
    private static SequencedMap<String, @Nullable Object> key(KeySample sample, BigKey key) {
        return new Records.Row()
                .with("key", key.name().typed())
                .with("type", key.type())
                .with("bytes", key.bytes())
                .with("encoding", key.encoding())
                .with("length", key.length().orElse(null))
                .with("ttl_ms", key.ttl().map(Duration::toMillis).orElse(null))
                .with("pattern", key.pattern())
                .with("share", rounded(sample.share(key.bytes())))
                .values();
    }

    private static SequencedMap<String, @Nullable Object> group(KeySample sample, KeyGroup group) {
        return new Records.Row()
                .with("pattern", group.pattern())
                .with("type", group.type())
                .with("keys", group.keys())
                .with("bytes", group.bytes())
                .with("mean_bytes", group.mean())
                .with("max_bytes", group.largest())
                .with("expiring", group.expiring())
                .with("share", rounded(sample.share(group.bytes())))
                .with("estimated_keys", sample.extrapolated(group.keys()))
                .with("estimated_bytes", sample.extrapolated(group).orElse(null))
                .values();
    }

    private static SequencedMap<String, @Nullable Object> sample(KeySample sample) {
        return new Records.Row()
                .with("server", sample.where())
                .with("db", sample.database())
                .with("all_keys", sample.all())
                .with("sampled_keys", sample.looked())
                .with("denied_keys", sample.denied())
                .with("sampled_bytes", sample.bytes())
                .with("estimated_bytes", sample.extrapolated(sample.bytes()))
                .with("end", sample.end().name().toLowerCase(Locale.ROOT))
                .with("took_ms", sample.took().toMillis())
                .values();
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
