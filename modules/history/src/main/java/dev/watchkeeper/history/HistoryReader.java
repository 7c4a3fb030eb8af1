package dev.watchkeeper.history;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.Workload;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the past. Every method blocks and throws a fault that says what is wrong with the store; none is to
 * be called on the FX thread. Thread-safe. What is asked of a time that was rolled up is answered in coarser steps.
 */
public interface HistoryReader {
    /** The servers of which something is known, by name. */
    List<String> targets() throws FaultException;

    /** From the oldest to the newest of what is known; empty if nothing is. */
    Optional<Interval> extent(String target) throws FaultException;

    /** The lines of one metric: one for each label, by label. */
    List<Series> series(String target, Metric metric, Interval interval, int bins) throws FaultException;

    /**
     * Average active sessions.
     *
     * @param top how many are told apart, the largest in the interval
     */
    Stack<String> activity(String target, ActivityBy by, Interval interval, int bins, int top) throws FaultException;

    /** Milliseconds of execution in a second of wall clock, by statement. */
    Stack<StatementId> timeByStatement(String target, Interval interval, int bins, int top) throws FaultException;

    /**
     * All that statements did, in the recorded steps whose middle lies in the interval, so that intervals that meet
     * share nothing and leave nothing out. The workload's ends are those of these steps; of length 0 if nothing was
     * recorded. An interval that is shorter than the steps gets those that it touches.
     */
    Workload workload(String target, Interval interval) throws FaultException;

    /** One statement over time: the steps in which it ran, in order. */
    List<StatementPoint> statement(String target, StatementId id, Interval interval, int bins) throws FaultException;

    /** The texts that are known. */
    Map<QueryRef, String> texts(String target, Collection<QueryRef> queries) throws FaultException;

    /** In order of time. */
    List<HistoryEvent> events(String target, Interval interval) throws FaultException;

    /** In the order in which they were first seen. */
    List<KeptPlan> plans(String target, QueryRef query) throws FaultException;

    /** What is kept, and how much room it takes. */
    HistoryInfo info() throws FaultException;
}
