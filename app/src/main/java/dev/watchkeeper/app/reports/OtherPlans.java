package dev.watchkeeper.app.reports;

import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.Change;
import dev.watchkeeper.kernel.workload.Comparison;
import dev.watchkeeper.kernel.workload.QueryRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of the statements that became slower or faster are carried out in another way since. */
public final class OtherPlans {
    /** So many are looked at: the first of the list. */
    private static final int MOST = 20;

    private OtherPlans() {}

    /** Since when, by statement. */
    public static Map<QueryRef, Instant> of(HistoryReader history, String target, Comparison comparison)
            throws FaultException {
        Map<QueryRef, Instant> found = new HashMap<>();
        List<Change> moved = comparison.news().stream()
                .filter(change -> change.kind() == Change.Kind.SLOWER || change.kind() == Change.Kind.FASTER)
                .limit(MOST)
                .toList();
        for (Change change : moved) {
            QueryRef query = QueryRef.of(change.id());
            List<KeptPlan> plans = history.plans(target, query);
            Optional<KeptPlan> before = lastBegun(plans, comparison.before().to());
            Optional<KeptPlan> after = lastBegun(plans, comparison.after().to());
            if (before.isPresent()
                    && after.isPresent()
                    && !before.get().shape().equals(after.get().shape())) {
                found.put(query, after.get().firstSeen());
            }
        }
        return found;
    }

    /** The plan that was in use just before this time: the last that was first seen before. */
    public static Optional<KeptPlan> lastBegun(List<KeptPlan> plans, Instant at) {
        return plans.stream().filter(plan -> plan.firstSeen().isBefore(at)).reduce((one, later) -> later);
    }
}
