package dev.watchkeeper.postgres.pulse;

import dev.watchkeeper.kernel.fault.FaultException;
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
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The indexes of the target's database, by oid, so that one that vanished can be named beside the statements that got
 * slow. None at all where there are more than {@value #MOST}: comparing those would cost more than it tells.
 */
public final class IndexesProbe implements Probe<Map<Long, IndexName>> {
    /** As many are compared. */
    public static final int MOST = 20_000;

    private static final SqlFile INDEXES = SqlFile.of(IndexesProbe.class, "indexes");

    private final PostgresServer server;

    public IndexesProbe(PostgresServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "indexes";
    }

    @Override
    public Snapshot<Map<Long, IndexName>> read() throws FaultException {
        return server.probe(IndexesProbe::read);
    }

    private static Snapshot<Map<Long, IndexName>> read(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(INDEXES)) {
            statement.setInt(1, MOST + 1);
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                Map<Long, IndexName> indexes = new LinkedHashMap<>();
                Instant takenAt = Instant.EPOCH;
                while (rows.next()) {
                    long oid = rows.number("oid");
                    Instant at = rows.instantOrNull("taken_at");
                    takenAt = at == null ? takenAt : at;
                    indexes.put(oid, new IndexName(oid, rows.text("schema"), rows.text("index"), rows.text("table")));
                }
                return new Snapshot<>(
                        indexes.size() > MOST ? Map.of() : indexes, takenAt, connected.version(), rows.cost());
            }
        }
    }
}
