package dev.watchkeeper.postgres.replication.member;

import java.time.Duration;

/**
 * The server's settings that bear on replication, by their own names.
 *
 * @param maxSlotWalKeepBytes {@code max_slot_wal_keep_size}; -1: no limit
 * @param canRewind whether {@code pg_rewind} could use this data folder: {@code wal_log_hints} or data checksums
 * @param statusInterval {@code wal_receiver_status_interval}; zero: only when asked
 * @param senderTimeout {@code wal_sender_timeout}; zero: never
 * @param applyDelay {@code recovery_min_apply_delay}: a standby that is behind on purpose
 * @param primarySlotName {@code primary_slot_name}; empty on a primary
 * @param syncsSlots {@code sync_replication_slots} (PostgreSQL 17 and newer)
 * @param readOnly whether sessions begin with {@code default_transaction_read_only}: kept from writing, unless they insist
 */
public record ServerSettings(
        String walLevel,
        int maxWalSenders,
        int maxReplicationSlots,
        String synchronousStandbyNames,
        String synchronousCommit,
        long maxSlotWalKeepBytes,
        long walKeepBytes,
        long walSegmentBytes,
        String archiveMode,
        boolean hotStandbyFeedback,
        boolean canRewind,
        Duration statusInterval,
        Duration senderTimeout,
        Duration applyDelay,
        String primarySlotName,
        boolean syncsSlots,
        boolean readOnly) {}
