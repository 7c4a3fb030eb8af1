package dev.watchkeeper.kernel.activity;

import java.time.Instant;
import java.util.Map;

/**
 * Who did what at one moment.
 *
 * @param at by the server's clock
 * @param sessions how many sessions there were of each kind, none of them 0
 */
public record ActivitySample(Instant at, Map<ActivityKey, Integer> sessions) {
    public ActivitySample {
        sessions = Map.copyOf(sessions);
    }
}
