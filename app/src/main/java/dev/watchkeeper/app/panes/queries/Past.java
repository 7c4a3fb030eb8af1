package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.reports.StatementsShown;
import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Stack;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was recorded, as far as it is wanted.
 *
 * @param now where the axis ends if it goes along with time
 * @param time milliseconds of execution in a second, by statement
 * @param activity average active sessions
 * @param events that happened on the axis
 * @param extent from the oldest to the newest of what is known of the server; empty if nothing is
 * @param told the interval of which the table tells
 * @param otherPlans since when a statement is carried out otherwise than in A; of those that became slower
 * @param left how many statements of the console itself are left out
 * @param trouble why nothing is counted at the moment; empty if all is well
 */
record Past(
        Wanted wanted,
        Instant now,
        Stack<StatementId> time,
        Stack<String> activity,
        List<HistoryEvent> events,
        Optional<Interval> extent,
        Interval told,
        StatementsShown statements,
        Map<QueryRef, Instant> otherPlans,
        int left,
        Optional<Fault> trouble) {
    Past {
        events = List.copyOf(events);
        otherPlans = Map.copyOf(otherPlans);
    }

    /** Whether nothing at all is known of what is shown. */
    boolean isEmpty() {
        return statements.workload().uses().isEmpty()
                && time.layers().isEmpty()
                && activity.layers().isEmpty();
    }
}
