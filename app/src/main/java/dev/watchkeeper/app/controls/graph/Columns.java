package dev.watchkeeper.app.controls.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * Which column a node belongs to: 0 if no edge leads to it, else one more than the rightmost of those before it. A cycle
 * is cut before the first of its nodes in the graph's order.
 */
final class Columns {
    private final Map<String, List<String>> after = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final SequencedSet<String> left = new LinkedHashSet<>();

    private Columns(Graph graph) {
        graph.nodes().forEach(node -> left.add(node.id()));
        for (GraphEdge edge : graph.edges()) {
            after.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge.to());
            open.merge(edge.to(), 1, Integer::sum);
        }
    }

    static Map<String, Integer> of(Graph graph) {
        return new Columns(graph).found();
    }

    private Map<String, Integer> found() {
        Deque<String> ready = new ArrayDeque<>();
        left.stream().filter(id -> !open.containsKey(id)).forEach(ready::add);
        while (!left.isEmpty()) {
            String id = ready.isEmpty() ? left.getFirst() : ready.remove();
            if (left.remove(id)) {
                settle(id, ready);
            }
        }
        return columns;
    }

    private void settle(String id, Deque<String> ready) {
        int column = columns.computeIfAbsent(id, first -> 0);
        for (String next : after.getOrDefault(id, List.of())) {
            if (left.contains(next)) {
                columns.merge(next, column + 1, Math::max);
                if (open.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
    }
}
