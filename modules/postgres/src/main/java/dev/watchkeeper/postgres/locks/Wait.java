package dev.watchkeeper.postgres.locks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lock that is wanted and not granted yet.
 *
 * @param since {@code pg_locks.waitstart}; null for the instant before the server has written it
 */
public record Wait(Lockable what, LockMode mode, @Nullable Instant since) {
    /** For so long; zero if it only begins. */
    public Duration lasts(Instant now) {
        if (since == null || since.isAfter(now)) {
            return Duration.ZERO;
        }
        return Duration.between(since, now);
    }
}
