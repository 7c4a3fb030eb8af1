package dev.watchkeeper.app.controls.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows for the commonest kind of part, where nobody stands behind two: one row a leaf, and a node beside its first. */
final class TreeRows {
    private final Map<String, List<String>> behind = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private int used;

    private TreeRows() {}

    /** The row of every node, from 0; empty if this is no tree. */
    static Optional<Map<String, Integer>> of(
            List<GraphNode> part, List<GraphEdge> edges, Map<String, Integer> columns) {
        TreeRows tree = new TreeRows();
        Set<String> members = new HashSet<>();
        part.forEach(node -> members.add(node.id()));
        Set<String> reached = new HashSet<>();
        for (GraphEdge edge : edges) {
            boolean forward = columns.getOrDefault(edge.from(), 0) < columns.getOrDefault(edge.to(), 0);
            if (forward && members.contains(edge.from())) {
                if (!reached.add(edge.to())) {
                    return Optional.empty();
                }
                tree.behind
                        .computeIfAbsent(edge.from(), id -> new ArrayList<>())
                        .add(edge.to());
            }
        }
        for (GraphNode node : part) {
            if (!reached.contains(node.id())) {
                tree.place(node.id());
            }
        }
        return Optional.of(tree.rows);
    }

    /** As deep as the chain is long. */
    private void place(String id) {
        rows.put(id, used);
        List<String> followers = behind.getOrDefault(id, List.of());
        followers.forEach(this::place);
        if (followers.isEmpty()) {
            used++;
        }
    }
}
