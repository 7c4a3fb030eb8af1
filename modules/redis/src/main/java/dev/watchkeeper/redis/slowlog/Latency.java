package dev.watchkeeper.redis.slowlog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What held the server up.
 *
 * @param threshold from which on it is noted ({@code latency-monitor-threshold}); empty if the user may not ask
 * @param isOff whether nothing is noted
 * @param events the one that happened last first
 */
public record Latency(Optional<Duration> threshold, boolean isOff, List<LatencyEvent> events) {
    public Latency {
        events = List.copyOf(events);
    }
}
