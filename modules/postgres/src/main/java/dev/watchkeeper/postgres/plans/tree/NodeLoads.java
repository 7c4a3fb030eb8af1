package dev.watchkeeper.postgres.plans.tree;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What each node takes of the whole, by its id.
 *
 * @param timed whether these are milliseconds that were measured; else the planner's units of cost
 * @param own without what is below
 * @param whole with what is below, over all loops
 */
public record NodeLoads(boolean timed, List<Double> own, List<Double> whole) {
    public NodeLoads {
        own = List.copyOf(own);
        whole = List.copyOf(whole);
    }

    /** Of time if the plan was run and the clock read; else of cost. */
    public static NodeLoads of(Plan plan) {
        PlanNode root = plan.root();
        boolean timed = root.actual().map(Actual::timed).orElse(false);
        Map<Integer, Double> whole = timed ? WallTime.of(root) : CostSplit.of(root);
        List<Double> own = timed
                ? Exclusive.ofMeasured(root, node -> whole.getOrDefault(node.id(), 0.0))
                : Exclusive.ofEstimated(root, node -> whole.getOrDefault(node.id(), 0.0));
        return new NodeLoads(
                timed,
                own,
                root.all().map(node -> whole.getOrDefault(node.id(), 0.0)).toList());
    }

    /** All nodes together. */
    public double total() {
        return own.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What a node takes for itself, 0 to 1 of all. */
    public double share(PlanNode node) {
        double total = total();
        return total <= 0 ? 0 : own.get(node.id()) / total;
    }

    /** The nodes, those that take most first. */
    public List<PlanNode> heaviest(Plan plan) {
        return plan.nodes().stream()
                .sorted(Comparator.comparingDouble((PlanNode node) -> own.get(node.id()))
                        .reversed())
                .toList();
    }
}
