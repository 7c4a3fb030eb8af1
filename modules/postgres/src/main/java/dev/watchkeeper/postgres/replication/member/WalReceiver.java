package dev.watchkeeper.postgres.replication.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The process of a standby that receives WAL (view {@code pg_stat_wal_receiver}). A role without pg_read_all_stats sees
 * only that there is one.
 *
 * @param startedAt the walsender that serves it started a moment later; null if the role may not see it
 * @param status {@code streaming}, {@code waiting} …; empty if the role may not see it
 * @param flushed what is safely here; null if not known
 * @param latestEnd the sender's last position that it told; null if not known
 * @param lastMessage when the sender was heard last, by the standby's clock; null if not known
 * @param slot empty if it uses none
 * @param from the sender as the standby calls it; null if not known
 */
public record WalReceiver(
        int pid,
        @Nullable Instant startedAt,
        String status,
        @Nullable Long flushed,
        @Nullable Long latestEnd,
        @Nullable Instant lastMessage,
        String slot,
        @Nullable Upstream from) {}
