package dev.watchkeeper.postgres.activity;

import dev.watchkeeper.kernel.activity.ActivityKey;
import dev.watchkeeper.kernel.activity.ActivitySample;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many sessions do what at the moment, without their texts; cheap enough for every second. Sessions that the role may
 * not look into have no state, and are not counted.
 */
public final class ActivityProbe implements Probe<ActivitySample> {
    private static final SqlFile ACTIVITY = SqlFile.of(ActivityProbe.class, "activity");

    /** What it asks, for people to read. */
    public static final List<SqlFile> STATEMENTS = List.of(ACTIVITY);

    private final PostgresServer server;

    public ActivityProbe(PostgresServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "activity";
    }

    @Override
    public Snapshot<ActivitySample> read() throws FaultException {
        return server.probe(ActivityProbe::read);
    }

    private static Snapshot<ActivitySample> read(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(ACTIVITY);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            Map<ActivityKey, Integer> sessions = new HashMap<>();
            Instant takenAt = Instant.EPOCH;
            while (rows.next()) {
                Instant at = rows.instantOrNull("taken_at");
                takenAt = at == null ? takenAt : at;
                int count = rows.integer("sessions");
                if (count > 0) {
                    sessions.merge(key(rows), count, Integer::sum);
                }
            }
            return new Snapshot<>(new ActivitySample(takenAt, sessions), takenAt, connected.version(), rows.cost());
        }
    }

    private static ActivityKey key(Rows rows) throws SQLException {
        return new ActivityKey(
                rows.text("state"),
                rows.text("wait_event_type"),
                rows.text("wait_event"),
                rows.text("database"),
                rows.text("role"),
                rows.number("query_id"));
    }
}
