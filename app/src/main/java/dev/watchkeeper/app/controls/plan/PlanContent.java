package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.postgres.plans.tree.PlanComparison;
import java.util.List;
import java.util.Optional;

/**
 * All that is shown of a plan.
 *
 * @param comparison with an earlier plan, if there is one
 * @param nameA of the earlier
 * @param nameB of this one, if there are two
 * @param remarks how it is to be read
 */
record PlanContent(
        ShownPlan plan, Optional<PlanComparison> comparison, String nameA, String nameB, List<String> remarks) {
    PlanContent {
        remarks = List.copyOf(remarks);
    }
}
