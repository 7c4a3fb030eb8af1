package dev.watchkeeper.postgres.replication.replica;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the primary has to offer to a new standby.
 *
 * @param atLeast settings that the standby needs at least as high
 * @param dataBytes null if it can't be told
 * @param roleSuits whether the role may log in and replicate; null if there is none
 * @param slotActive null if there is no such slot
 */
record Room(
        ServerVersion version,
        boolean standby,
        String walLevel,
        int maxWalSenders,
        int walSenders,
        int maxSlots,
        int slots,
        String listenAddresses,
        String passwordEncryption,
        boolean ssl,
        long maxSlotWalKeepBytes,
        SequencedMap<String, String> atLeast,
        @Nullable Long dataBytes,
        int tablespaces,
        @Nullable Boolean roleSuits,
        @Nullable Boolean slotActive) {
    private static final SqlFile ROOM = SqlFile.of(Room.class, "room");

    static Room read(Connected connected, ReplicaWish wish) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(ROOM)) {
            statement.setString(1, wish.role());
            statement.setString(2, wish.slot());
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                rows.next();
                return new Room(
                        connected.version(),
                        rows.flag("standby"),
                        rows.text("wal_level"),
                        rows.integer("max_wal_senders"),
                        rows.integer("wal_senders"),
                        rows.integer("max_replication_slots"),
                        rows.integer("slots"),
                        rows.text("listen_addresses"),
                        rows.text("password_encryption"),
                        rows.flag("ssl"),
                        rows.number("max_slot_wal_keep_bytes"),
                        atLeast(rows),
                        rows.numberOrNull("data_bytes"),
                        rows.integer("tablespaces"),
                        truth(rows, "role_suits"),
                        truth(rows, "slot_active"));
            }
        }
    }

    /** Documentation: hot standby, administrator's overview. */
    private static SequencedMap<String, String> atLeast(Rows rows) throws SQLException {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        for (String name : new String[] {
            "max_connections", "max_worker_processes", "max_prepared_transactions", "max_locks_per_transaction"
        }) {
            settings.put(name, rows.text(name));
        }
        settings.put("max_wal_senders", Integer.toString(rows.integer("max_wal_senders")));
        return settings;
    }

    private static @Nullable Boolean truth(Rows rows, String column) throws SQLException {
        String text = rows.textOrNull(column);
        return text == null ? null : text.startsWith("t");
    }

    /** {@code max_connections = 100, …}. */
    String atLeastInWords() {
        StringBuilder words = new StringBuilder();
        for (Map.Entry<String, String> setting : atLeast.entrySet()) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(setting.getKey())
                    .append(" = ")
                    .append(setting.getValue());
        }
        return words.toString();
    }
}
