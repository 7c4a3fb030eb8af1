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
import org.jspecify.annotations.Nullable;

/** Who waits for whom. Where nothing waits, it costs next to nothing. */
public final class LocksProbe implements Probe<BlockingForest> {
    /** What it asks, for people to read. */
    public static final List<SqlFile> STATEMENTS = List.of(LockTable.statement(), ActivityCache.MEMBERS);

    private final PostgresServer server;
    private final ActivityCache activities = new ActivityCache();
    private final KnownBlockers blockers = new KnownBlockers();
    private @Nullable Connected asked;

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
        if (!connected.equals(asked)) {
            activities.forget();
            blockers.forget();
            asked = connected;
        }
        LockTable table = LockTable.read(connected, blockers.settled());
        Cost cost = table.cost().plus(activities.refresh(connected, table.rows()));
        List<LockRow> rows = blockers.complete(table.rows(), activities::partyOf);
        BlockingForest forest = new ForestBuilder(rows, activities::partyOf, activities::of).build();
        return new Snapshot<>(forest, table.takenAt(), connected.version(), cost);
    }
}
