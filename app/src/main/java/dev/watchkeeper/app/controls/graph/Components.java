package dev.watchkeeper.app.controls.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a graph that no edge connects, each in the graph's own order. */
final class Components {
    private final Map<String, String> leader = new HashMap<>();

    private Components() {}

    static List<List<GraphNode>> of(Graph graph) {
        Components components = new Components();
        graph.edges().forEach(edge -> components.leader.put(components.find(edge.from()), components.find(edge.to())));
        Map<String, List<GraphNode>> byLeader = new LinkedHashMap<>();
        for (GraphNode node : graph.nodes()) {
            byLeader.computeIfAbsent(components.find(node.id()), id -> new ArrayList<>())
                    .add(node);
        }
        return List.copyOf(byLeader.values());
    }

    private String find(String id) {
        String at = id;
        String next = leader.getOrDefault(at, at);
        while (!next.equals(at)) {
            String farther = leader.getOrDefault(next, next);
            leader.put(at, farther);
            at = next;
            next = farther;
        }
        return at;
    }
}
