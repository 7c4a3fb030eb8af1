package dev.watchkeeper.postgres.replication.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counters.
 *
 * @param bytes of WAL made since {@code resetAt} (view {@code pg_stat_wal})
 * @param resetAt null if not known
 * @param conflicts queries that replay cancelled on this standby since statistics were reset; null on a primary
 */
public record WalStatistics(
        long bytes, @Nullable Instant resetAt, @Nullable Long conflicts) {}
