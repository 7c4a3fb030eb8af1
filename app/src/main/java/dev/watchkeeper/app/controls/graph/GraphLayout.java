package dev.watchkeeper.app.controls.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** A graph with a place for everything in it. Immutable. */
public final class GraphLayout {
    public static final GraphLayout EMPTY = inColumns(Graph.EMPTY, List.of());

    private final Graph graph;
    private final SequencedMap<String, Placed> placed;
    private final List<Route> routes;
    private final double width;
    private final double top;
    private final double height;

    private GraphLayout(Graph graph, SequencedMap<String, Placed> placed, List<Route> routes, Box extent) {
        this.graph = graph;
        this.placed = Collections.unmodifiableSequencedMap(placed);
        this.routes = List.copyOf(routes);
        this.width = extent.right();
        this.top = extent.y();
        this.height = extent.height();
    }

    /** Cards in columns, and the edges led through the gaps between them. */
    static GraphLayout inColumns(Graph graph, Collection<Placed> places) {
        SequencedMap<String, Placed> byId = byId(places);
        double right = 0;
        double highest = Double.MAX_VALUE;
        double bottom = 0;
        for (Placed one : byId.values()) {
            right = Math.max(right, one.x() + one.width() + Placed.PILE);
            highest = Math.min(highest, one.y());
            bottom = Math.max(bottom, one.bottom() + Placed.PILE);
        }
        double top = byId.isEmpty() ? 0 : highest;
        return new GraphLayout(
                graph, byId, new Router(byId).routes(graph.edges()), new Box(0, top, right, bottom - top));
    }

    /** Everything where somebody has put it: nothing left of 0. */
    public static GraphLayout of(Graph graph, Collection<Placed> places, List<Route> routes) {
        Box extent = Stream.concat(
                        places.stream().map(Placed::box), routes.stream().map(Route::box))
                .reduce(Box::and)
                .orElse(new Box(0, 0, 0, 0));
        return new GraphLayout(graph, byId(places), routes, extent);
    }

    private static SequencedMap<String, Placed> byId(Collection<Placed> places) {
        SequencedMap<String, Placed> byId = new LinkedHashMap<>();
        places.forEach(one -> byId.put(one.node().id(), one));
        return byId;
    }

    /**
     * The same layout with other words and colours in it.
     *
     * @param next has the same nodes and edges, by their ids
     */
    public GraphLayout showing(Graph next) {
        Map<String, GraphEdge> edges = new HashMap<>();
        next.edges().forEach(edge -> edges.put(edge.id(), edge));
        List<Placed> places = new ArrayList<>();
        for (GraphNode node : next.nodes()) {
            place(node.id()).ifPresent(old -> places.add(old.showing(node)));
        }
        List<Route> led = routes.stream()
                .filter(route -> edges.containsKey(route.edge().id()))
                .map(route -> route.showing(edges.getOrDefault(route.edge().id(), route.edge())))
                .toList();
        return new GraphLayout(next, byId(places), led, new Box(0, top, width, height));
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

    /** The edge of this id and its way. */
    public Optional<Route> route(String id) {
        return routes.stream().filter(route -> route.edge().id().equals(id)).findFirst();
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

    /** How many columns there are; 0 if nothing stands in columns. */
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
