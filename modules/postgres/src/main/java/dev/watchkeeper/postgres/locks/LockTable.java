package dev.watchkeeper.postgres.locks;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The contended locks of one instant.
 *
 * @param takenAt by the server's clock
 */
record LockTable(List<LockRow> rows, Instant takenAt, Cost cost) {
    LockTable {
        rows = List.copyOf(rows);
    }

    private static final SqlFile LOCKS = SqlFile.of(LockTable.class, "locks");

    /** What it asks. */
    static SqlFile statement() {
        return LOCKS;
    }

    /**
     * Reads it.
     *
     * @param known waits whose blockers need not be asked for
     */
    static LockTable read(Connected connected, Map<Integer, Instant> known) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(LOCKS)) {
            List<Integer> pids = List.copyOf(known.keySet());
            statement.setArray(1, connected.jdbc().createArrayOf("int4", pids.toArray()));
            statement.setArray(
                    2,
                    connected
                            .jdbc()
                            .createArrayOf(
                                    "timestamptz",
                                    pids.stream()
                                            .map(pid -> String.valueOf(known.get(pid)))
                                            .toArray()));
            return read(statement);
        }
    }

    private static LockTable read(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            List<LockRow> found = new ArrayList<>();
            Instant takenAt = Instant.EPOCH;
            while (rows.next()) {
                Instant at = rows.instantOrNull("taken_at");
                takenAt = at == null ? takenAt : at;
                if (rows.textOrNull("locktype") != null) {
                    found.add(LockRow.read(rows));
                }
            }
            return new LockTable(found, takenAt, rows.cost());
        }
    }
}
