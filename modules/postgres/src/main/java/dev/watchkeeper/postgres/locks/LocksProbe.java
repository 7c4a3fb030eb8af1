package dev.watchkeeper.postgres.locks;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.SQLException;
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
        LockTable table = LockTable.read(connected, LOCKS);
        Cost cost = table.cost().plus(activities.refresh(connected, table.rows()));
        BlockingForest forest = new ForestBuilder(table.rows(), activities::partyOf, activities::of).build();
        return new Snapshot<>(forest, table.takenAt(), connected.version(), cost);
    }
}
