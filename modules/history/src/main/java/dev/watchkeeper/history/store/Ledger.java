package dev.watchkeeper.history.store;

import dev.watchkeeper.history.frame.ActivityFrame;
import dev.watchkeeper.history.frame.PointFrame;
import dev.watchkeeper.kernel.activity.ActivityKey;
import dev.watchkeeper.kernel.workload.StatementId;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** All that a store holds, inside of one transaction. */
public interface Ledger {
    /** Every server's number by its name, in order of names. */
    Map<String, Integer> targets() throws SQLException;

    /** The server's number; a new one gets one. */
    int target(String name) throws SQLException;

    Names<StatementId> statements();

    Names<ActivityKey> activityKeys();

    Names<LineName> lines();

    Shelf<ActivityFrame> activity();

    Shelf<PointFrame> points();

    StepShelf steps();

    Memos memos();

    default List<Shelf<?>> shelves() {
        return List.of(activity(), points(), steps());
    }
}
