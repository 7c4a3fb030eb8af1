package dev.watchkeeper.postgres.plans.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a plan's estimated cost falls to its nodes. A node's cost is for running it once to its end; but a LIMIT above ends
 * it early, and a loop above repeats it. So the total is handed down from the top: each child gets what its runs cost,
 * and where that is more than its parent has, all children of it get their part of what there is.
 */
final class CostSplit {
    private final Map<Integer, Double> inclusive = new HashMap<>();

    private CostSplit() {}

    /** By node id, with what is below. */
    static Map<Integer, Double> of(PlanNode root) {
        CostSplit split = new CostSplit();
        split.hand(root, root.estimate().totalCost());
        return split.inclusive;
    }

    private void hand(PlanNode node, double budget) {
        inclusive.put(node.id(), budget);
        List<PlanNode> children = node.children();
        double wanted =
                children.stream().mapToDouble(child -> wish(node, child)).sum();
        double scale = wanted > budget ? budget / wanted : 1;
        for (PlanNode child : children) {
            hand(child, wish(node, child) * scale);
        }
    }

    private static double wish(PlanNode parent, PlanNode child) {
        return child.estimate().totalCost() * runs(parent, child);
    }

    private static double runs(PlanNode parent, PlanNode child) {
        if (child.isInitPlan()) {
            return 1;
        }
        if (child.isSubPlan()) {
            return Math.max(1, parent.estimate().rows());
        }
        boolean inner = child.facts()
                .text("Parent Relationship")
                .filter("Inner"::equals)
                .isPresent();
        return inner && parent.type().equals("Nested Loop")
                ? Math.max(1, parent.children().getFirst().estimate().rows())
                : 1;
    }
}
