package dev.watchkeeper.postgres.sessions;

import java.time.Instant;

/**
 * The server's figures for the strip above the sessions.
 *
 * @param maxConnections {@code max_connections}
 * @param reserved slots kept for superusers, and from 16 on for {@code pg_use_reserved_connections}
 * @param role as whom the console is connected
 * @param seesAll whether that role sees what other users' sessions do
 * @param signals whether that role may cancel and terminate sessions of other (ordinary) users
 * @param standby whether the server is in recovery
 * @param counters sums over all databases since their statistics were last reset
 */
public record Vitals(
        int maxConnections,
        int reserved,
        String role,
        boolean seesAll,
        boolean signals,
        boolean standby,
        Counters counters) {

    /**
     * Counters of {@code pg_stat_database}, added up.
     *
     * @param at when they were read, by the server's clock
     */
    public record Counters(Instant at, long commits, long rollbacks, long blocksHit, long blocksRead) {}
}
