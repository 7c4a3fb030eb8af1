package dev.watchkeeper.app.panes.replication.picture;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far each link was behind in the last minutes. Not thread-safe. */
public final class LagHistory {
    /** So long it remembers. */
    public static final Duration SPAN = Duration.ofMinutes(10);

    /**
     * What was seen at one moment.
     *
     * @param bytes not yet replayed; null if not known
     * @param millis until it was replayed, in milliseconds; null if not known or nothing was to replay
     */
    public record Sample(
            Instant at, @Nullable Long bytes, @Nullable Long millis) {}

    private final Map<String, Deque<Sample>> samples = new HashMap<>();

    /** Takes note of what is known of each link. */
    public void add(Snapshot<Topology> snapshot) {
        Instant at = snapshot.takenAt();
        for (Link link : snapshot.value().links()) {
            Long bytes = link.lag().replayedBytes();
            Long millis = link.lag().replayMillis();
            if (bytes != null || millis != null) {
                samples.computeIfAbsent(link.id(), id -> new ArrayDeque<>()).add(new Sample(at, bytes, millis));
            }
        }
        Instant oldest = at.minus(SPAN);
        samples.values().forEach(known -> {
            while (!known.isEmpty() && known.getFirst().at().isBefore(oldest)) {
                known.removeFirst();
            }
        });
        samples.values().removeIf(Deque::isEmpty);
    }

    /** Of one link, the oldest first. */
    public List<Sample> of(String link) {
        return List.copyOf(samples.getOrDefault(link, new ArrayDeque<>()));
    }

    /**
     * A curve of so many points at most, each the worst of its share of the time, the newest last.
     *
     * @param span so far back
     */
    public List<Double> trend(String link, Duration span, int points) {
        List<Sample> all = of(link);
        if (all.isEmpty()) {
            return List.of();
        }
        Instant end = all.getLast().at();
        List<Sample> recent = all.stream()
                .filter(sample -> !sample.at().isBefore(end.minus(span)))
                .toList();
        boolean inBytes = recent.stream().anyMatch(sample -> sample.bytes() != null);
        int size = Math.min(points, recent.size());
        List<Double> trend = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            trend.add(recent.subList(i * recent.size() / size, (i + 1) * recent.size() / size).stream()
                    .map(sample -> inBytes ? sample.bytes() : sample.millis())
                    .mapToDouble(value -> value == null ? 0 : value)
                    .max()
                    .orElse(0));
        }
        return trend;
    }
}
