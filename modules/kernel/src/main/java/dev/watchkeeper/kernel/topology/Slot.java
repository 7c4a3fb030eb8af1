package dev.watchkeeper.kernel.topology;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replication slot of a PostgreSQL server (documentation: view {@code pg_replication_slots}).
 *
 * @param node id of the node that has it
 * @param type {@code physical} or {@code logical}
 * @param database of a logical slot; empty otherwise
 * @param plugin of a logical slot; empty otherwise
 * @param retainedBytes WAL that is kept for it; null if it reserves none
 * @param walStatus {@code reserved}, {@code extended}, {@code unreserved}, {@code lost}; empty if it reserves none
 * @param safeWalSize so many bytes can be written before it may be lost; null without {@code max_slot_wal_keep_size}
 * @param inactiveSince PostgreSQL 17 and newer, or since when the console has seen it so; null if not known or active
 * @param invalidationReason {@code wal_removed}, {@code rows_removed} …; empty if it is valid or the server can't say
 * @param failover whether it is to be synchronised to standbys (PostgreSQL 17 and newer)
 * @param synced whether it is itself a synchronised copy (PostgreSQL 17 and newer)
 * @param fullIn when {@code max_slot_wal_keep_size} or the disk is reached at the present rate; null if never, or not known
 * @param severity what its colour says
 */
public record Slot(
        String node,
        String name,
        String type,
        String database,
        String plugin,
        boolean active,
        boolean temporary,
        @Nullable Long retainedBytes,
        String walStatus,
        @Nullable Long safeWalSize,
        @Nullable Instant inactiveSince,
        String invalidationReason,
        boolean failover,
        boolean synced,
        @Nullable Duration fullIn,
        Severity severity) {}
