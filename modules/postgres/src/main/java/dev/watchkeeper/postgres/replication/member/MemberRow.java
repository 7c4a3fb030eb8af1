package dev.watchkeeper.postgres.replication.member;

import dev.watchkeeper.postgres.sql.Rows;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the row of {@code member.sql}, piece by piece. */
final class MemberRow {
    private final Rows rows;

    MemberRow(Rows rows) {
        this.rows = rows;
    }

    Instant takenAt() throws SQLException {
        return instant("taken_at");
    }

    ServerIdentity identity() throws SQLException {
        return new ServerIdentity(rows.text("system_identifier"), instant("started_at"), rows.integer("port"));
    }

    ServerFacts facts() throws SQLException {
        Long clientPort = rows.numberOrNull("client_port");
        return new ServerFacts(
                rows.text("cluster_name"),
                rows.textOrNull("data_directory"),
                rows.text("database"),
                rows.integer("backend_pid"),
                clientPort == null || clientPort <= 0 ? null : clientPort.intValue(),
                rows.textOrNull("server_address"));
    }

    WalPosition position() throws SQLException {
        Long timeline = rows.numberOrNull("timeline");
        return new WalPosition(
                rows.flag("standby"),
                timeline == null || timeline == 0 ? null : timeline.intValue(),
                lsn("current_lsn"),
                rows.text("current_wal"),
                lsn("received_lsn"),
                lsn("replayed_lsn"),
                WalPosition.Replay.of(rows.text("pause_state")),
                rows.instantOrNull("replayed_commit"),
                rows.number("next_xid"));
    }

    @Nullable
    WalReceiver receiver() throws SQLException {
        Long pid = rows.numberOrNull("receiver_pid");
        if (pid == null) {
            return null;
        }
        return new WalReceiver(
                pid.intValue(),
                rows.instantOrNull("receiver_start"),
                rows.text("receiver_status"),
                lsn("receiver_flushed_lsn"),
                lsn("receiver_latest_end_lsn"),
                rows.instantOrNull("receiver_last_message"),
                rows.text("receiver_slot"),
                Upstream.reached(
                        rows.textOrNull("sender_host"),
                        rows.integer("sender_port"),
                        rows.textOrNull("receiver_conninfo")));
    }

    @Nullable
    Upstream upstream() throws SQLException {
        return Upstream.of(rows.textOrNull("primary_conninfo"));
    }

    ServerSettings settings() throws SQLException {
        return new ServerSettings(
                rows.text("wal_level"),
                rows.integer("max_wal_senders"),
                rows.integer("max_replication_slots"),
                rows.text("synchronous_standby_names"),
                rows.text("synchronous_commit"),
                rows.number("max_slot_wal_keep_bytes"),
                rows.number("wal_keep_bytes"),
                rows.number("wal_segment_bytes"),
                rows.text("archive_mode"),
                rows.flag("hot_standby_feedback"),
                rows.flag("can_rewind"),
                Duration.ofMillis(rows.number("status_interval_ms")),
                Duration.ofMillis(rows.number("sender_timeout_ms")),
                Duration.ofMillis(rows.number("apply_delay_ms")),
                rows.text("primary_slot_name"),
                rows.flag("sync_replication_slots"),
                rows.flag("read_only"));
    }

    Archiver archiver() throws SQLException {
        return new Archiver(
                rows.number("archived_count"),
                rows.text("last_archived_wal"),
                rows.instantOrNull("last_archived_time"),
                rows.number("failed_count"),
                rows.text("last_failed_wal"),
                rows.instantOrNull("last_failed_time"));
    }

    WalStatistics wal() throws SQLException {
        return new WalStatistics(
                rows.number("wal_bytes"), rows.instantOrNull("wal_reset_at"), rows.numberOrNull("conflicts"));
    }

    Rights rights() throws SQLException {
        return new Rights(
                rows.text("role"),
                rows.flag("superuser"),
                rows.flag("reads_stats"),
                rows.flag("reads_settings"),
                rows.flag("replicates"),
                rows.flag("pauses"),
                rows.flag("promotes"),
                rows.flag("reads_subscriptions"));
    }

    boolean subscribes() throws SQLException {
        return rows.flag("subscribes");
    }

    boolean repmgr() throws SQLException {
        return rows.flag("repmgr");
    }

    boolean repmgrDatabase() throws SQLException {
        return rows.flag("repmgr_database");
    }

    private @Nullable Long lsn(String column) throws SQLException {
        return Lsn.parseOrNull(rows.textOrNull(column));
    }

    private Instant instant(String column) throws SQLException {
        Instant value = rows.instantOrNull(column);
        return value == null ? Instant.EPOCH : value;
    }
}
