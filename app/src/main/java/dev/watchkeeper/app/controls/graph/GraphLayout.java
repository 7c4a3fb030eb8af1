package dev.watchkeeper.app.controls.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A graph with a place for everything in it. Immutable. */
public final class GraphLayout {
    public static final GraphLayout EMPTY = new GraphLayout(Graph.EMPTY, List.of());

    private final Graph graph;
    private final SequencedMap<String, Placed> placed;
    private final List<Route> routes;
    private final double width;
    private final double top;
    private final double height;

    GraphLayout(Graph graph, Collection<Placed> places) {
        this.graph = graph;
        SequencedMap<String, Placed> byId = new LinkedHashMap<>();
        double right = 0;
        double highest = Double.MAX_VALUE;
        double bottom = 0;
        for (Placed one : places) {
            byId.put(one.node().id(), one);
            right = Math.max(right, one.x() + Placed.WIDTH + Placed.PILE);
            highest = Math.min(highest, one.y());
            bottom = Math.max(bottom, one.y() + Placed.HEIGHT + Placed.PILE);
        }
        this.placed = Collections.unmodifiableSequencedMap(byId);
        this.width = right;
        this.top = byId.isEmpty() ? 0 : highest;
        this.height = bottom - top;
        this.routes = new Router(placed).routes(graph.edges());
    }

    public Graph graph() {
        return graph;
    }

    /** By the nodes' ids, in the graph's order. */
    public SequencedMap<String, Placed> placed() {
        return placed;
    }

    public Optional<Placed> place(String id) {
        return Optional.ofNullable(placed.get(id));
    }

    public List<Route> routes() {
        return routes;
    }

    /** From 0 to the right end of the last column. */
    public double width() {
        return width;
    }

    /** Upper edge of the uppermost card. */
    public double top() {
        return top;
    }

    /** From the upper edge of the uppermost card to the lower edge of the lowest. */
    public double height() {
        return height;
    }

    public int columns() {
        return placed.values().stream().mapToInt(Placed::column).max().orElse(-1) + 1;
    }

    /** How much of its height is in use by the fullest column: low after many of its nodes have gone. */
    double density() {
        Map<Integer, Long> perColumn = new LinkedHashMap<>();
        placed.values().forEach(one -> perColumn.merge(one.column(), 1L, Long::sum));
        long most = perColumn.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return height == 0 ? 1 : most * (Placed.HEIGHT + Placed.GAP) / height;
    }
}
