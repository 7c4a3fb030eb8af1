package dev.watchkeeper.app.reports;

import dev.watchkeeper.redis.slowlog.Latency;
import dev.watchkeeper.redis.slowlog.LatencyEvent;
import dev.watchkeeper.redis.slowlog.Queries;
import dev.watchkeeper.redis.slowlog.SlowEntry;
import dev.watchkeeper.redis.slowlog.SlowGroup;
import dev.watchkeeper.redis.slowlog.SlowLog;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What was slow on a Redis, as data: the entries of {@code SLOWLOG}, their shapes, and the latency events. */
public final class SlowLogRecords {
    private static final List<String> ENTRIES =
            List.of("id", "at", "usec", "command", "shape", "client_addr", "client_name", "new");
    private static final List<String> SHAPES =
            List.of("shape", "count", "total_usec", "mean_usec", "max_usec", "last_at", "example");
    private static final List<String> EVENTS = List.of("event", "last_at", "last_ms", "max_ms", "times");

    private SlowLogRecords() {}

    /** Entries, shapes, latency events; what may not be asked for is empty. */
    public static List<Records> of(Queries queries) {
        SlowLog log = queries.slowLog().value().orElse(null);
        List<SlowEntry> entries = log == null ? List.of() : log.entries();
        long fresh = log == null ? 0 : log.fresh();
        List<LatencyEvent> events =
                queries.latency().value().map(Latency::events).orElse(List.of());
        return List.of(
                new Records(ENTRIES, entries(entries, fresh)),
                new Records(
                        "shapes",
                        SHAPES,
                        SlowGroup.of(entries).stream()
                                .map(SlowLogRecords::shape)
                                .toList()),
                new Records(
                        "latency",
                        EVENTS,
                        events.stream().map(SlowLogRecords::event).toList()));
    }

    private static List<SequencedMap<String, @Nullable Object>> entries(List<SlowEntry> entries, long fresh) {
        return IntStream.range(0, entries.size())
                .mapToObj(index -> entry(entries.get(index), index < fresh))
                .toList();
    }

    private static SequencedMap<String, @Nullable Object> entry(SlowEntry entry, boolean fresh) {
        return new Records.Row()
                .with("id", entry.id())
                .with("at", entry.at())
                .with("usec", entry.micros())
                .with("command", entry.typed())
                .with("shape", entry.shape())
                .with("client_addr", entry.address())
                .with("client_name", entry.client())
                .with("new", fresh)
                .values();
    }

    private static SequencedMap<String, @Nullable Object> shape(SlowGroup group) {
        return new Records.Row()
                .with("shape", group.shape())
                .with("count", group.count())
                .with("total_usec", group.total().toNanos() / 1000)
                .with("mean_usec", group.mean().toNanos() / 1000)
                .with("max_usec", group.worst().micros())
                .with("last_at", group.last())
                .with("example", group.worst().typed())
                .values();
    }

    private static SequencedMap<String, @Nullable Object> event(LatencyEvent event) {
        return new Records.Row()
                .with("event", event.name())
                .with("last_at", event.last())
                .with("last_ms", event.took().toMillis())
                .with("max_ms", event.worst().toMillis())
                .with("times", event.history().size())
                .values();
    }
}
