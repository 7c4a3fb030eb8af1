package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.postgres.pulse.IndexName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notices indexes that came or went between two looks. Not thread-safe. */
final class SchemaWatch {
    /** As many are named in one event. */
    private static final int NAMED = 3;

    private @Nullable Map<Long, IndexName> before;

    /**
     * What changed since the look before; nothing at the first.
     *
     * @param now by oid; empty if there are too many to compare
     */
    List<HistoryEvent> of(Map<Long, IndexName> now, Instant at) {
        Map<Long, IndexName> last = before;
        before = now.isEmpty() ? null : now;
        List<HistoryEvent> events = new ArrayList<>();
        if (last != null && !now.isEmpty()) {
            add(events, at, "dropped", missing(last, now::containsKey));
            add(events, at, "created", missing(now, last::containsKey));
        }
        return events;
    }

    private static List<IndexName> missing(Map<Long, IndexName> all, Predicate<Long> known) {
        return all.values().stream().filter(index -> !known.test(index.oid())).toList();
    }

    private static void add(List<HistoryEvent> events, Instant at, String what, List<IndexName> indexes) {
        if (indexes.isEmpty()) {
            return;
        }
        String names = indexes.stream().limit(NAMED).map(IndexName::name).collect(Collectors.joining(", "));
        String more = indexes.size() > NAMED ? " and " + (indexes.size() - NAMED) + " more" : "";
        String noun = indexes.size() == 1 ? "index " : "indexes ";
        events.add(new HistoryEvent(at, HistoryEvent.Kind.SCHEMA, noun + names + more + " " + what));
    }
}
