package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.util.function.Consumer;

/** Looks at a node for one kind of trouble. */
@FunctionalInterface
interface Check {
    void look(PlanNode node, Examination plan, Consumer<Advice> found);
}
