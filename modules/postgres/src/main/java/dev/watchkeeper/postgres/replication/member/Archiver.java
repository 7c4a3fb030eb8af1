package dev.watchkeeper.postgres.replication.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Archiving of WAL (view {@code pg_stat_archiver}), counted since its statistics were reset.
 *
 * @param lastFile that was archived; empty if none
 * @param lastAt null if none
 * @param lastFailedFile empty if none
 * @param lastFailedAt null if none
 */
public record Archiver(
        long archived,
        String lastFile,
        @Nullable Instant lastAt,
        long failed,
        String lastFailedFile,
        @Nullable Instant lastFailedAt) {
    /** Whether the last try went wrong. */
    public boolean failing() {
        return lastFailedAt != null && (lastAt == null || lastFailedAt.isAfter(lastAt));
    }
}
