package dev.watchkeeper.kernel.workload;

import java.time.Instant;

/**
 * Why an interval's counters don't tell all of it.
 *
 * @param at when it happened, or when it was noticed if the server doesn't say
 */
public record Interruption(Kind kind, Instant at) {
    /** What happened to the counters. */
    public enum Kind {
        /** {@code pg_stat_statements_reset} for all or some. */
        RESET,
        /** Seldom used statements were thrown out, because there are more than {@code pg_stat_statements.max}. */
        EVICTION,
        /** The server was started again. */
        RESTART,
        /** Nobody recorded for a while. */
        UNSEEN
    }
}
