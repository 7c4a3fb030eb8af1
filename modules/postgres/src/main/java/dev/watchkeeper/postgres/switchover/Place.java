package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.replication.member.Lsn;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

/**
 * Where a server stands at the moment.
 *
 * @param takenAt by its own clock
 * @param lsn written by a primary, replayed by a standby
 * @param nextXid one more than the newest transaction
 * @param readOnly whether {@code default_transaction_read_only} is on there for everybody
 */
record Place(Instant takenAt, String system, boolean standby, long lsn, long nextXid, boolean readOnly) {
    private static final SqlFile POSITION = SqlFile.of(Place.class, "position");

    static Place of(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(POSITION);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            return new Place(
                    Objects.requireNonNullElse(rows.instantOrNull("taken_at"), Instant.EPOCH),
                    rows.text("system_identifier"),
                    rows.flag("standby"),
                    Objects.requireNonNullElse(Lsn.parseOrNull(rows.textOrNull("lsn")), 0L),
                    rows.number("next_xid"),
                    rows.text("read_only").equals("on"));
        }
    }
}
