package dev.watchkeeper.postgres.pulse;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The numbers that are kept of every server. Three cheap statements. */
public final class PulseProbe implements Probe<Pulse> {
    private static final SqlFile PULSE = SqlFile.of(PulseProbe.class, "pulse");
    private static final SqlFile STANDBYS = SqlFile.of(PulseProbe.class, "standbys");
    private static final SqlFile RETAINED = SqlFile.of(PulseProbe.class, "retained");

    private final PostgresServer server;

    public PulseProbe(PostgresServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "pulse";
    }

    @Override
    public Snapshot<Pulse> read() throws FaultException {
        return server.probe(PulseProbe::read);
    }

    private static Snapshot<Pulse> read(Connected connected) throws SQLException, FaultException {
        List<Pulse.Behind> standbys = new ArrayList<>();
        Cost cost = each(
                connected,
                STANDBYS,
                rows -> standbys.add(new Pulse.Behind(
                        rows.text("name"), Math.max(0, rows.number("behind_bytes")), rows.number("behind_ms"))));
        List<Pulse.Retained> slots = new ArrayList<>();
        cost = cost.plus(each(
                connected,
                RETAINED,
                rows -> slots.add(
                        new Pulse.Retained(rows.text("slot_name"), Math.max(0, rows.number("retained_bytes"))))));
        try (PreparedStatement statement = connected.prepare(PULSE);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            Pulse pulse = pulse(rows, standbys, slots);
            return new Snapshot<>(pulse, pulse.takenAt(), connected.version(), cost.plus(rows.cost()));
        }
    }

    private static Pulse pulse(Rows rows, List<Pulse.Behind> standbys, List<Pulse.Retained> slots) throws SQLException {
        return new Pulse(
                instant(rows, "taken_at"),
                instant(rows, "started_at"),
                rows.flag("standby"),
                rows.number("wal_position"),
                own(rows),
                rows.number("commits"),
                rows.number("rollbacks"),
                rows.number("blocks_hit"),
                rows.number("blocks_read"),
                standbys,
                slots);
    }

    /** A standby that has replayed all it received is not behind, however long ago the last commit was. */
    private static Pulse.@Nullable Behind own(Rows rows) throws SQLException {
        Long bytes = rows.numberOrNull("behind_bytes");
        if (bytes == null) {
            return null;
        }
        return new Pulse.Behind("", Math.max(0, bytes), bytes <= 0 ? 0 : rows.number("behind_ms"));
    }

    private static Instant instant(Rows rows, String column) throws SQLException {
        return Objects.requireNonNull(rows.instantOrNull(column), column);
    }

    @FunctionalInterface
    private interface EachRow {
        void take(Rows rows) throws SQLException;
    }

    private static Cost each(Connected connected, SqlFile file, EachRow row) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(file);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            while (rows.next()) {
                row.take(rows);
            }
            return rows.cost();
        }
    }
}
