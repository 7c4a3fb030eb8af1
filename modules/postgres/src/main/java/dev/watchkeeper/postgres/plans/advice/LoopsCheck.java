package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.postgres.plans.tree.Actual;
import dev.watchkeeper.postgres.plans.tree.NodeTitle;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.util.Optional;
import java.util.function.Consumer;

/** {@link Rule#MANY_LOOPS}. */
final class LoopsCheck implements Check {
    private static final double MANY = 10_000;
    private static final double SHARE = 0.3;

    @Override
    public void look(PlanNode node, Examination plan, Consumer<Advice> found) {
        if (!node.type().equals("Nested Loop") || node.children().size() < 2) {
            return;
        }
        PlanNode outer = node.children().getFirst();
        PlanNode inner = node.children().get(1);
        double loops = inner.actual().map(Actual::loops).orElse(0.0);
        if (loops < MANY || plan.wholeShare(inner) < SHARE) {
            return;
        }
        double expected = outer.estimate().rows();
        double came = outer.actual().map(Actual::rows).orElse(0.0);
        boolean off = Misestimate.factor(expected, came) >= Misestimate.OFF;
        found.accept(new Advice(
                node.id(),
                Rule.MANY_LOOPS,
                true,
                "Runs " + NodeTitle.doing(inner)
                        + inner.relation().map(name -> " on " + name).orElse("") + " " + Figures.count(loops)
                        + " times.",
                "That takes " + plan.shareWords(plan.wholeShare(inner)) + "."
                        + (off
                                ? " The planner expected " + Figures.count(expected)
                                        + ": mend the estimate, and it will choose a hash join."
                                : " The planner expected so: see whether fewer rows can come from above, or"
                                        + " whether an index makes each run cheaper."),
                Optional.empty()));
    }
}
