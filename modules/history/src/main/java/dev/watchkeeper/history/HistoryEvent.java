package dev.watchkeeper.history;

import java.time.Instant;

/**
 * Something that happened, to be marked on the axis of time.
 *
 * @param words one line: {@code index orders_state_idx dropped}
 */
public record HistoryEvent(Instant at, Kind kind, String words) {
    /** What sort of thing. */
    public enum Kind {
        ACTION,
        FAILOVER,
        ALERT,
        RESTART,
        RESET,
        EVICTION,
        PLAN,
        SCHEMA
    }
}
