package dev.watchkeeper.app.controls.graph;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to be drawn. Immutable.
 *
 * @param nodes in the order of their importance: what comes first is drawn further up
 * @param edges between nodes of this graph
 * @param columns titles of the columns from the left; columns further right have none
 */
public record Graph(List<GraphNode> nodes, List<GraphEdge> edges, List<String> columns) {
    public static final Graph EMPTY = new Graph(List.of(), List.of(), List.of());

    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        columns = List.copyOf(columns);
        var ids = nodes.stream().map(GraphNode::id).collect(Collectors.toUnmodifiableSet());
        for (GraphEdge edge : edges) {
            if (!ids.contains(edge.from()) || !ids.contains(edge.to())) {
                throw new IllegalArgumentException(edge + " leads to a node that is not there");
            }
        }
    }
}
