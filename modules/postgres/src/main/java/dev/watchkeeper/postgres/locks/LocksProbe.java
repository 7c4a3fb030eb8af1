package dev.watchkeeper.postgres.locks;

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

/** Who waits for whom. Where nothing waits, it costs next to nothing. */
public final class LocksProbe implements Probe<BlockingForest> {
    private static final SqlFile LOCKS = SqlFile.of(LocksProbe.class, "locks");

    /** What it asks, for people to read. */
    public static final List<SqlFile> STATEMENTS = List.of(LOCKS, ActivityCache.MEMBERS);

    private final PostgresServer server;
    private final ActivityCache activities = new ActivityCache();

    public LocksProbe(PostgresServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "locks";
    }

    @Override
    public Snapshot<BlockingForest> read() throws FaultException {
        return server.probe(this::read);
    }

    private Snapshot<BlockingForest> read(Connected connected) throws SQLException, FaultException {
        List<LockRow> locks = new ArrayList<>();
        Instant takenAt = null;
        Cost cost;
        try (PreparedStatement statement = connected.prepare(LOCKS);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            while (rows.next()) {
                takenAt = takenAt == null ? rows.instantOrNull("taken_at") : takenAt;
                if (rows.textOrNull("locktype") != null) {
                    locks.add(LockRow.read(rows));
                }
            }
            cost = rows.cost();
        }
        cost = cost.plus(activities.refresh(connected, locks));
        BlockingForest forest = new ForestBuilder(locks, activities::partyOf, activities::of).build();
        return new Snapshot<>(forest, takenAt == null ? Instant.EPOCH : takenAt, connected.version(), cost);
    }
}
