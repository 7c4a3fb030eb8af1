package dev.watchkeeper.history.store;

import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.history.Lease;
import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.kernel.workload.QueryRef;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is kept beside frames: it comes seldom. What is kept twice stands there once. */
public interface Memos {
    void keepTexts(int target, Map<QueryRef, String> texts) throws SQLException;

    Map<QueryRef, String> texts(int target, Collection<QueryRef> queries) throws SQLException;

    /** Every text of a server. */
    Map<QueryRef, String> texts(int target) throws SQLException;

    void keepEvents(int target, List<HistoryEvent> events) throws SQLException;

    List<HistoryEvent> events(int target, Interval interval) throws SQLException;

    void keepInterruptions(int target, List<Interruption> interruptions) throws SQLException;

    /** Both ends belong to it. */
    List<Interruption> interruptions(int target, Interval interval) throws SQLException;

    /** A plan of the same shape as the newest one of its statement makes that one last longer. */
    void keepPlans(int target, List<KeptPlan> plans) throws SQLException;

    List<KeptPlan> plans(int target, QueryRef query) throws SQLException;

    /** Every plan of a server. */
    List<KeptPlan> plans(int target) throws SQLException;

    /** Throws away what is older than this, and the names and texts that nobody used since; how many rows went. */
    long forget(Instant before) throws SQLException;

    Lease claim(int target, String recorder, Duration stale) throws SQLException;

    void release(String recorder) throws SQLException;
}
