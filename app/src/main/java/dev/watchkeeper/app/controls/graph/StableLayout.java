package dev.watchkeeper.app.controls.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Lays out the next state of a graph so that nothing moves under the pointer: what was there keeps its height, and its
 * place altogether as long as it belongs to the same column; what is new takes the free place nearest to its
 * neighbours.
 */
public final class StableLayout {
    private static final double LOOSE = 0.45;
    /** When so many are new, it is another picture. */
    private static final int MANY = 150;

    private final Graph graph;
    private final Map<String, Integer> columns;
    private final Map<String, Placed> placed = new HashMap<>();
    private final Map<String, List<String>> before = new HashMap<>();
    private final Map<String, List<String>> behind = new HashMap<>();

    private StableLayout(Graph graph) {
        this.graph = graph;
        this.columns = Columns.of(graph);
        for (GraphEdge edge : graph.edges()) {
            behind.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge.to());
            before.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge.from());
        }
    }

    /** The layout of this graph that is nearest to the one before it; from nothing if they have little in common. */
    public static GraphLayout next(GraphLayout before, Graph graph) {
        long known = graph.nodes().stream()
                .filter(node -> before.place(node.id()).isPresent())
                .count();
        boolean another = known == 0 || graph.nodes().size() - known > MANY;
        return another ? LayeredLayout.of(graph) : new StableLayout(graph).after(before);
    }

    /** Whether so much has gone that laying out anew is worth the unrest. */
    public static boolean isLoose(GraphLayout layout) {
        return layout.placed().size() > 1
                && layout.density() < LOOSE
                && layout.height() > 8 * Placed.HEIGHT
                && layout.density() < LOOSE * LayeredLayout.of(layout.graph()).density();
    }

    private GraphLayout after(GraphLayout last) {
        List<GraphNode> homeless = new ArrayList<>();
        for (GraphNode node : graph.nodes()) {
            Placed old = last.placed().get(node.id());
            if (old != null && old.column() == column(node)) {
                placed.put(node.id(), old.showing(node));
            } else {
                homeless.add(node);
            }
        }
        homeless.sort(Comparator.comparingInt(this::column));
        for (GraphNode node : homeless) {
            Placed old = last.placed().get(node.id());
            double wish = old != null ? old.y() : wish(node);
            placed.put(node.id(), new Placed(node, column(node), free(column(node), wish)));
        }
        return GraphLayout.inColumns(
                graph,
                graph.nodes().stream()
                        .map(node -> placed.getOrDefault(node.id(), new Placed(node, 0, 0)))
                        .toList());
    }

    private int column(GraphNode node) {
        return columns.getOrDefault(node.id(), 0);
    }

    /** Beside those before it, else those behind it; below everything if none of them has a place yet. */
    private double wish(GraphNode node) {
        OptionalDouble ahead = middle(before, node);
        OptionalDouble beside = ahead.isPresent() ? ahead : middle(behind, node);
        double bottom = placed.values().stream().mapToDouble(Placed::y).max().orElse(-Placed.HEIGHT - Placed.GAP);
        return Math.rint(beside.orElse(bottom + Placed.HEIGHT + Placed.GAP));
    }

    private OptionalDouble middle(Map<String, List<String>> neighbours, GraphNode node) {
        return neighbours.getOrDefault(node.id(), List.of()).stream()
                .flatMap(id -> Optional.ofNullable(placed.get(id)).stream())
                .mapToDouble(Placed::y)
                .average();
    }

    /** The first free place of this column from the wish downwards. */
    private double free(int column, double wish) {
        List<Placed> others =
                placed.values().stream().filter(one -> one.column() == column).toList();
        double from = Math.max(0, wish);
        return Stream.concat(Stream.of(from), others.stream().map(other -> other.y() + Placed.HEIGHT + Placed.GAP))
                .filter(place -> place >= from && isFree(place, others))
                .min(Comparator.naturalOrder())
                .orElse(from);
    }

    private static boolean isFree(double y, List<Placed> others) {
        return others.stream().allMatch(other -> Math.abs(other.y() - y) >= Placed.HEIGHT + Placed.GAP - 0.5);
    }
}
