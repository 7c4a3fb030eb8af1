package dev.watchkeeper.postgres.sessions;

import java.time.Instant;

/**
 * Which session is meant, for good: process ids are used again, but not with the same start.
 *
 * @param backendStart to the microsecond, as {@code pg_stat_activity} tells it
 */
public record SessionId(int pid, Instant backendStart) {}
