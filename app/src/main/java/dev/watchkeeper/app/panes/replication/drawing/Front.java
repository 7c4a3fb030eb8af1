package dev.watchkeeper.app.panes.replication.drawing;

import dev.watchkeeper.app.controls.graph.Box;
import dev.watchkeeper.app.controls.graph.GraphEdge;
import dev.watchkeeper.app.controls.graph.GraphNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts what stands before the servers left of them: clients beside what they lead to, watchers below. */
final class Front {
    private static final double APART = 34;

    private final Plan plan;
    private final Sketch sketch;
    private final double right;

    /**
     * @param right no card stands right of this
     */
    Front(Plan plan, Sketch sketch, double right) {
        this.plan = plan;
        this.sketch = sketch;
        this.right = right;
    }

    void draw(Comparator<String> order) {
        Map<String, Integer> depths = depths();
        int deepest = depths.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
        double free = Double.NEGATIVE_INFINITY;
        for (int depth = 0; depth <= deepest; depth++) {
            int which = depth;
            List<String> column = ids(Part.CLIENT).stream()
                    .filter(id -> depths.getOrDefault(id, 0) == which)
                    .sorted(Comparator.comparingDouble(this::wish).thenComparing(order))
                    .toList();
            double bottom = stack(column, depth, Double.NEGATIVE_INFINITY);
            if (depth == 0) {
                free = bottom + APART - plan.measure().gap();
            }
        }
        watchers(order, free);
    }

    private void watchers(Comparator<String> order, double free) {
        List<String> column = ids(Part.WATCHER).stream().sorted(order).toList();
        stack(column, 0, free);
    }

    private List<String> ids(Part part) {
        return plan.graph().nodes().stream()
                .filter(node -> plan.part(node) == part)
                .map(GraphNode::id)
                .toList();
    }

    private double left(int depth) {
        return right - (depth + 1) * (plan.measure().front() + plan.measure().cardWidth());
    }

    /** Below one another around the height that they wish for, and not above what is free. */
    private double stack(List<String> column, int depth, double free) {
        double step = plan.measure().cardHeight() + plan.measure().gap();
        double wish = column.stream().mapToDouble(this::wish).average().orElse(0);
        double y = Math.max(
                free, Math.rint(wish - (column.size() * step - plan.measure().gap()) / 2));
        for (String id : column) {
            sketch.card(id, left(depth), y, plan.measure());
            y += step;
        }
        return y;
    }

    /** The middle of what it leads to; for the primaries first of all. */
    private double wish(String id) {
        List<Box> primaries = targets(id, true);
        List<Box> all = primaries.isEmpty() ? targets(id, false) : primaries;
        return all.stream()
                .mapToDouble(box -> box.middle().y())
                .average()
                .orElse(sketch.extent().middle().y());
    }

    private List<Box> targets(String id, boolean primariesOnly) {
        Set<String> primaries = new HashSet<>();
        plan.parts().forEach((node, part) -> {
            if (part == Part.PRIMARY) {
                primaries.add(node);
            }
        });
        return plan.graph().edges().stream()
                .filter(edge -> edge.from().equals(id) && sketch.has(edge.to()))
                .filter(edge -> !primariesOnly || primaries.contains(edge.to()))
                .map(edge -> sketch.at(edge.to()))
                .toList();
    }

    /** 0 for a client that leads to servers only; one more than the deepest client that it leads to. */
    private Map<String, Integer> depths() {
        List<String> clients = ids(Part.CLIENT);
        Map<String, Integer> depths = new HashMap<>();
        clients.forEach(id -> depths.put(id, 0));
        List<GraphEdge> among = new ArrayList<>();
        for (GraphEdge edge : plan.graph().edges()) {
            if (depths.containsKey(edge.from()) && depths.containsKey(edge.to())) {
                among.add(edge);
            }
        }
        // as many rounds as a chain can be long: a cycle ends there too
        for (int round = 0; round < Math.min(clients.size(), 3); round++) {
            among.forEach(edge -> depths.merge(edge.from(), depths.getOrDefault(edge.to(), 0) + 1, Math::max));
        }
        depths.replaceAll((id, depth) -> Math.min(depth, 3));
        return depths;
    }
}
