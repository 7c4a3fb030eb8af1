package dev.watchkeeper.redis.slowlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.connect.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers the events' histories, so that only those that happened again are asked for. Used by one thread. */
final class LatencyReader {
    private Map<String, LatencyEvent> known = new HashMap<>();

    Latency read(Connected connected, Reply latest, Map<String, String> settings) throws FaultException {
        Map<String, LatencyEvent> now = new HashMap<>();
        for (Reply one : latest.list()) {
            LatencyEvent event = event(one.list());
            LatencyEvent before = known.get(event.name());
            boolean same = before != null
                    && before.last().equals(event.last())
                    && before.took().equals(event.took())
                    && before.worst().equals(event.worst());
            now.put(event.name(), same ? before : withHistory(connected, event));
        }
        known = now;
        List<LatencyEvent> events = new ArrayList<>(now.values());
        events.sort(Comparator.comparing(LatencyEvent::last).reversed().thenComparing(LatencyEvent::name));
        String threshold = settings.getOrDefault("latency-monitor-threshold", "");
        Optional<Duration> millis = threshold.matches("[0-9]{1,12}")
                ? Optional.of(Duration.ofMillis(Long.parseLong(threshold)))
                : Optional.empty();
        return new Latency(millis, millis.map(Duration::isZero).orElse(false), events);
    }

    private static LatencyEvent event(List<Reply> parts) {
        return new LatencyEvent(
                parts.get(0).text(),
                Instant.ofEpochSecond(parts.get(1).number()),
                Duration.ofMillis(parts.get(2).number()),
                Duration.ofMillis(parts.get(3).number()),
                List.of());
    }

    private static LatencyEvent withHistory(Connected connected, LatencyEvent event) throws FaultException {
        List<LatencyEvent.Spike> history = connected.ask("LATENCY", "HISTORY", event.name()).list().stream()
                .map(Reply::list)
                .map(pair -> new LatencyEvent.Spike(
                        Instant.ofEpochSecond(pair.get(0).number()),
                        Duration.ofMillis(pair.get(1).number())))
                .toList();
        return new LatencyEvent(event.name(), event.last(), event.took(), event.worst(), history);
    }
}
