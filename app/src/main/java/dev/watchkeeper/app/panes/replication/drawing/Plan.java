package dev.watchkeeper.app.panes.replication.drawing;

import dev.watchkeeper.app.controls.graph.Graph;
import dev.watchkeeper.app.controls.graph.GraphEdge;
import dev.watchkeeper.app.controls.graph.GraphNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is to be laid out. Immutable.
 *
 * @param parts of each node
 * @param beside ids of the edges whose receiver stands beside its sender: a copy of the whole
 * @param below ids of the edges whose receiver stands below its sender: it takes only some of it
 */
public record Plan(Graph graph, Map<String, Part> parts, Set<String> beside, Set<String> below, Measure measure) {
    public Plan {
        parts = Map.copyOf(parts);
        beside = Set.copyOf(beside);
        below = Set.copyOf(below);
    }

    Part part(GraphNode node) {
        return Objects.requireNonNull(parts.get(node.id()), node.id());
    }

    boolean isServer(GraphNode node) {
        return part(node) == Part.PRIMARY || part(node) == Part.FOLLOWER;
    }

    /** Whether a layout for the one does for the other: nothing but words and colours differ. */
    public boolean looksLike(Plan other) {
        return measure.equals(other.measure)
                && parts.equals(other.parts)
                && beside.equals(other.beside)
                && below.equals(other.below)
                && ends(graph).equals(ends(other.graph));
    }

    private static Set<String> ends(Graph graph) {
        Set<String> ends = new HashSet<>();
        for (GraphEdge edge : graph.edges()) {
            ends.add(edge.id() + " " + edge.card().isPresent());
        }
        return ends;
    }
}
