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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of sessions that stand still: while a session waits for the same lock, nothing of it changes, so its
 * row need not be fetched again. For one thread.
 */
final class ActivityCache {
    static final SqlFile MEMBERS = SqlFile.of(ActivityCache.class, "members");

    private record Known(Activity activity, @Nullable Instant waitsSince) {}

    private final Map<Integer, Known> known = new HashMap<>();

    /** The connection is another one, and may lead to another server. */
    void forget() {
        known.clear();
    }

    /** Brings it up to date for all processes of these rows; what it cost. */
    Cost refresh(Connected connected, Collection<LockRow> rows) throws SQLException, FaultException {
        Map<Integer, Instant> waits = new HashMap<>();
        rows.stream().filter(row -> row.since() != null).forEach(row -> waits.put(row.pid(), row.since()));
        Set<Integer> pids =
                rows.stream().map(LockRow::pid).filter(pid -> pid != 0).collect(Collectors.toSet());
        known.keySet().retainAll(pids);
        List<Integer> wanted = pids.stream()
                .filter(pid -> {
                    Known one = known.get(pid);
                    Instant since = waits.get(pid);
                    return one == null || since == null || !since.equals(one.waitsSince());
                })
                .toList();
        return wanted.isEmpty() ? Cost.NONE : fetch(connected, wanted, waits);
    }

    private Cost fetch(Connected connected, List<Integer> pids, Map<Integer, Instant> waits)
            throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(MEMBERS)) {
            statement.setArray(1, connected.jdbc().createArrayOf("int4", pids.toArray(Integer[]::new)));
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    Activity activity = Activity.read(rows);
                    known.put(activity.pid(), new Known(activity, waits.get(activity.pid())));
                }
                return rows.cost();
            }
        }
    }

    Activity of(int pid) {
        Known one = known.get(pid);
        return one == null ? Activity.unknown(pid) : one.activity();
    }

    /** As whom others see it: a parallel worker is its leader. */
    Party partyOf(LockRow row) {
        if (row.pid() == 0) {
            return Party.prepared(row.gid());
        }
        int leader = of(row.pid()).leaderPid();
        return Party.session(leader == 0 ? row.pid() : leader);
    }
}
