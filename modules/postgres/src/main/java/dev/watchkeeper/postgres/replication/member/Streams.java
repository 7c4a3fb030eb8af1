package dev.watchkeeper.postgres.replication.member;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walsenders and slots, which come with one statement. */
record Streams(List<Sender> senders, List<SlotReading> slots, Cost cost) {
    static final SqlFile STREAMS = SqlFile.of(Streams.class, "streams");

    static Streams read(Connected connected) throws SQLException, FaultException {
        List<Sender> senders = new ArrayList<>();
        List<SlotReading> slots = new ArrayList<>();
        try (PreparedStatement statement = connected.prepare(STREAMS);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            while (rows.next()) {
                if (rows.numberOrNull("pid") != null) {
                    senders.add(sender(rows));
                }
                if (rows.textOrNull("slot_name") != null) {
                    slots.add(slot(rows));
                }
            }
            return new Streams(senders, slots, rows.cost());
        }
    }

    private static Sender sender(Rows rows) throws SQLException {
        return new Sender(
                rows.integer("pid"),
                rows.text("usename"),
                rows.text("application_name"),
                rows.textOrNull("client_addr"),
                rows.text("client_hostname"),
                rows.instantOrNull("backend_start"),
                rows.text("backend_xmin"),
                rows.text("state"),
                progress(rows),
                rows.integer("sync_priority"),
                rows.text("sync_state"),
                rows.instantOrNull("reply_time"),
                rows.text("slot_name"),
                rows.text("slot_type").equals("logical"));
    }

    private static Sender.Progress progress(Rows rows) throws SQLException {
        return new Sender.Progress(
                lsn(rows, "sent_lsn"),
                lsn(rows, "write_lsn"),
                lsn(rows, "flush_lsn"),
                lsn(rows, "replay_lsn"),
                rows.numberOrNull("write_lag_ms"),
                rows.numberOrNull("flush_lag_ms"),
                rows.numberOrNull("replay_lag_ms"));
    }

    private static SlotReading slot(Rows rows) throws SQLException {
        Long pid = rows.numberOrNull("active_pid");
        return new SlotReading(
                rows.text("slot_name"),
                rows.text("slot_type").equals("logical"),
                rows.text("database"),
                rows.text("plugin"),
                rows.flag("temporary"),
                rows.flag("active"),
                pid == null ? null : pid.intValue(),
                rows.numberOrNull("xmin_age"),
                lsn(rows, "restart_lsn"),
                lsn(rows, "confirmed_flush_lsn"),
                rows.text("wal_status"),
                rows.numberOrNull("safe_wal_size"),
                rows.instantOrNull("inactive_since"),
                rows.text("invalidation_reason"),
                rows.flag("failover"),
                rows.flag("synced"));
    }

    private static @Nullable Long lsn(Rows rows, String column) throws SQLException {
        return Lsn.parseOrNull(rows.textOrNull(column));
    }
}
