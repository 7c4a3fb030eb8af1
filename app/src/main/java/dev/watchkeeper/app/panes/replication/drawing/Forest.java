package dev.watchkeeper.app.panes.replication.drawing;

import dev.watchkeeper.app.controls.graph.GraphEdge;
import dev.watchkeeper.app.controls.graph.GraphNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who stands beside or below whom: each server under the first that is found to feed it, primaries first; whatever else
 * connects them, cycles too, is drawn across.
 */
final class Forest {
    private final Plan plan;
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, List<GraphEdge>> out = new HashMap<>();
    private final Set<String> fed = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * @param order of those who stand below one another, by their ids
     */
    private Forest(Plan plan, Comparator<String> order) {
        this.plan = plan;
        List<String> ids =
                plan.graph().nodes().stream().map(GraphNode::id).sorted(order).toList();
        for (int i = 0; i < ids.size(); i++) {
            this.order.put(ids.get(i), i);
        }
        for (GraphEdge edge : plan.graph().edges()) {
            boolean feeds = plan.beside().contains(edge.id()) || plan.below().contains(edge.id());
            if (feeds && !edge.from().equals(edge.to())) {
                out.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
                fed.add(edge.to());
            }
        }
    }

    static List<Branch> of(Plan plan, Comparator<String> order) {
        return new Forest(plan, order).trees();
    }

    private List<Branch> trees() {
        List<GraphNode> servers =
                plan.graph().nodes().stream().filter(plan::isServer).toList();
        List<Branch> trees = new ArrayList<>();
        servers.stream().filter(node -> plan.part(node) == Part.PRIMARY).forEach(node -> taken.add(node.id()));
        for (GraphNode node : servers) {
            if (plan.part(node) == Part.PRIMARY) {
                trees.add(branch(node.id(), List.of()));
            }
        }
        servers.stream().filter(node -> !fed.contains(node.id())).forEach(node -> root(node, trees));
        servers.forEach(node -> root(node, trees));
        return trees;
    }

    private void root(GraphNode node, List<Branch> trees) {
        if (taken.add(node.id())) {
            trees.add(branch(node.id(), List.of()));
        }
    }

    private Branch branch(String id, List<String> edges) {
        Map<String, List<String>> beside = followers(id, plan.beside());
        Map<String, List<String>> below = followers(id, plan.below());
        return new Branch(id, edges, branches(beside), branches(below));
    }

    private List<Branch> branches(Map<String, List<String>> followers) {
        return followers.entrySet().stream()
                .map(entry -> branch(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Those that nobody else has, in order, with the edges that lead to them; also those of another kind. */
    private Map<String, List<String>> followers(String id, Set<String> kind) {
        List<GraphEdge> edges = out.getOrDefault(id, List.of());
        Map<String, List<String>> followers = new LinkedHashMap<>();
        edges.stream()
                .filter(edge -> kind.contains(edge.id()) && taken.add(edge.to()))
                .map(GraphEdge::to)
                .sorted(Comparator.comparingInt(follower -> order.getOrDefault(follower, 0)))
                .forEach(follower -> followers.put(
                        follower,
                        edges.stream()
                                .filter(edge -> edge.to().equals(follower))
                                .map(GraphEdge::id)
                                .toList()));
        return followers;
    }
}
