package dev.watchkeeper.postgres.plans.tree;

import java.util.HashMap;
import java.util.Map;

/**
 * Milliseconds that pass while a node works. Below a Gather the server counts each process' loops, so the sum over loops
 * is divided by the number of processes that took part: as many as the Gather's child has loops for each of its own.
 */
final class WallTime {
    private final Map<Integer, Double> times = new HashMap<>();

    private WallTime() {}

    /** By node id, with what is below, over all loops; 0 for what never ran. */
    static Map<Integer, Double> of(PlanNode root) {
        WallTime all = new WallTime();
        all.add(root, 1);
        return all.times;
    }

    private void add(PlanNode node, double processes) {
        double alone = node.isInitPlan() ? 1 : processes;
        times.put(
                node.id(),
                node.actual()
                        .map(actual -> actual.totalMs() * actual.loops() / alone)
                        .orElse(0.0));
        for (PlanNode child : node.children()) {
            add(child, node.isGather() ? Math.max(1, loops(child) / Math.max(1, loops(node))) : alone);
        }
    }

    private static double loops(PlanNode node) {
        return node.actual().map(Actual::loops).orElse(0.0);
    }
}
