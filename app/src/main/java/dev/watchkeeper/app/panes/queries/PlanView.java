package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.postgres.plans.advice.Advice;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanComparison;
import java.util.List;

/** What is to be shown of a statement's plans. */
sealed interface PlanView {
    /** One plan. */
    record One(Plan plan, List<Advice> advice, List<String> remarks) implements PlanView {}

    /**
     * Two plans.
     *
     * @param nameA of the earlier: {@code A}
     * @param nameB of the later: {@code B, since 13:34}
     * @param advice about the later
     */
    record Two(PlanComparison comparison, String nameA, String nameB, List<Advice> advice, List<String> remarks)
            implements PlanView {}

    /** There is none, and why. */
    record None(String title, String text) implements PlanView {}
}
