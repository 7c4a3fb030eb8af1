package dev.watchkeeper.postgres.plans.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which nodes of two plans do the same work: scans of one table under one alias, joins of the same tables, and other
 * steps of one kind over the same tables.
 */
record NodePairs(List<Pair> all) {
    /** The same work in both. */
    record Pair(PlanNode a, PlanNode b) {}

    NodePairs {
        all = List.copyOf(all);
    }

    static NodePairs of(Plan a, Plan b) {
        Map<String, Deque<PlanNode>> earlier = new HashMap<>();
        a.nodes()
                .forEach(node -> earlier.computeIfAbsent(key(node), any -> new ArrayDeque<>())
                        .add(node));
        List<Pair> pairs = new ArrayList<>();
        for (PlanNode node : b.nodes()) {
            PlanNode match = earlier.getOrDefault(key(node), new ArrayDeque<>()).poll();
            if (match != null) {
                pairs.add(new Pair(match, node));
            }
        }
        return new NodePairs(pairs);
    }

    private static String key(PlanNode node) {
        if (node.isScan() && node.relation().isPresent()) {
            return "scan " + table(node);
        }
        String tables = node.all()
                .filter(one -> one.relation().isPresent())
                .map(NodePairs::table)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return (node.isJoin() ? "join" : node.type()) + " of " + tables;
    }

    private static String table(PlanNode node) {
        return node.qualified().orElse("") + " " + node.alias().orElse("");
    }
}
