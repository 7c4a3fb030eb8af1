package dev.watchkeeper.postgres.replication.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replication slot (view {@code pg_replication_slots}).
 *
 * @param database and {@code plugin}: of a logical slot, else empty
 * @param activePid of the process that uses it; null if none
 * @param xminAge transactions that vacuum can't clean up because of it, at most; null if it holds none
 * @param restartLsn the oldest WAL that is kept for it; null if it keeps none
 * @param confirmedLsn what the subscriber of a logical slot has confirmed
 * @param walStatus empty if it reserves none
 * @param safeWalSize bytes; null without {@code max_slot_wal_keep_size}
 * @param inactiveSince PostgreSQL 17 and newer
 * @param invalidationReason PostgreSQL 17 and newer, {@code conflicting} on 16; else empty
 */
public record SlotReading(
        String name,
        boolean logical,
        String database,
        String plugin,
        boolean temporary,
        boolean active,
        @Nullable Integer activePid,
        @Nullable Long xminAge,
        @Nullable Long restartLsn,
        @Nullable Long confirmedLsn,
        String walStatus,
        @Nullable Long safeWalSize,
        @Nullable Instant inactiveSince,
        String invalidationReason,
        boolean failover,
        boolean synced) {}
