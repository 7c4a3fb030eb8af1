package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.util.Optional;
import java.util.function.Consumer;

/** {@link Rule#WORKERS_MISSING}. */
final class WorkersCheck implements Check {
    @Override
    public void look(PlanNode node, Examination plan, Consumer<Advice> found) {
        long planned = node.facts().count("Workers Planned");
        long launched = node.facts().count("Workers Launched");
        if (node.isGather() && node.actual().isPresent() && node.actual().get().ran() && launched < planned) {
            found.accept(new Advice(
                    node.id(),
                    Rule.WORKERS_MISSING,
                    launched == 0 && plan.wholeShare(node) > 0.5,
                    launched + " of " + planned + " parallel workers came.",
                    "The others were busy elsewhere, or max_parallel_workers and max_worker_processes leave no room.",
                    Optional.empty()));
        }
    }
}
