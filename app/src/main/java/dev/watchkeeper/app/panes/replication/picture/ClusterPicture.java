package dev.watchkeeper.app.panes.replication.picture;

import dev.watchkeeper.app.controls.graph.EdgeCard;
import dev.watchkeeper.app.controls.graph.Graph;
import dev.watchkeeper.app.controls.graph.GraphEdge;
import dev.watchkeeper.app.controls.graph.GraphNode;
import dev.watchkeeper.app.panes.replication.drawing.Measure;
import dev.watchkeeper.app.panes.replication.drawing.Part;
import dev.watchkeeper.app.panes.replication.drawing.Plan;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Topology;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A topology as a plan for a drawing. */
public final class ClusterPicture {
    private static final Duration TREND = Duration.ofMinutes(5);
    private static final int POINTS = 40;

    private final Topology topology;
    private final LagHistory history;
    private final Measure measure;
    private final Map<String, String> names = new HashMap<>();

    private ClusterPicture(Topology topology, LagHistory history, Measure measure) {
        this.topology = topology;
        this.history = history;
        this.measure = measure;
        topology.nodes().forEach(node -> names.put(node.id(), node.name()));
    }

    /**
     * Plans the drawing of a topology.
     *
     * @param history for the curves
     */
    public static Plan of(Topology topology, LagHistory history, Measure measure) {
        return new ClusterPicture(topology, history, measure).plan();
    }

    private Plan plan() {
        List<Link> links = topology.links().stream()
                .filter(link -> names.containsKey(link.from()) && names.containsKey(link.to()))
                // from one database of a server to another: its card tells of that, an arrow would lead nowhere
                .filter(link -> !link.from().equals(link.to()))
                .toList();
        List<GraphNode> nodes = topology.nodes().stream()
                .sorted(Comparator.comparingInt(ClusterPicture::rank).thenComparing(Node::name))
                .map(this::node)
                .toList();
        Map<String, Part> parts = new HashMap<>();
        topology.nodes().forEach(node -> parts.put(node.id(), part(node)));
        return new Plan(
                new Graph(nodes, links.stream().map(this::edge).toList(), List.of()),
                parts,
                ids(links, LinkKind.PHYSICAL, LinkKind.REDIS),
                ids(links, LinkKind.LOGICAL),
                measure);
    }

    private static Set<String> ids(List<Link> links, LinkKind... kinds) {
        Set<LinkKind> wanted = Set.of(kinds);
        Set<String> ids = new HashSet<>();
        links.stream().filter(link -> wanted.contains(link.kind())).forEach(link -> ids.add(link.id()));
        return ids;
    }

    private static Part part(Node node) {
        return switch (node.role()) {
            case PRIMARY -> Part.PRIMARY;
            case STANDBY, SUBSCRIBER, REPLICA -> Part.FOLLOWER;
            case SENTINEL -> Part.WATCHER;
            case POOL, PROXY -> Part.CLIENT;
        };
    }

    /** Who stands above whom: the surer a standby has everything, the higher. */
    private static int rank(Node node) {
        return switch (node.syncState()) {
            case "sync" -> 0;
            case "quorum" -> 1;
            case "potential" -> 2;
            default -> 3;
        };
    }

    private GraphNode node(Node node) {
        boolean full = measure.equals(Measure.FULL);
        return new GraphNode(
                node.id(),
                node.name(),
                full ? node.title() : "",
                lines(node),
                NodeText.story(node),
                NodeText.tone(node.severity()),
                NodeText.mark(node),
                NodeText.canBeLent(node) ? NodeText.CONNECT : "",
                false);
    }

    private List<String> lines(Node node) {
        Stream<String> said = node.lines().stream().limit(2);
        if (measure.equals(Measure.FULL)) {
            return said.toList();
        }
        if (measure.equals(Measure.CLOSE)) {
            return Stream.concat(Stream.of(node.title()), said).toList();
        }
        return List.of(NodeText.canBeLent(node) ? node.role().label() : node.title());
    }

    private GraphEdge edge(Link link) {
        Optional<EdgeCard> card = LinkText.carriesData(link) ? Optional.of(card(link)) : Optional.empty();
        return new GraphEdge(
                link.id(),
                link.from(),
                link.to(),
                "",
                LinkText.stroke(link),
                LinkText.tone(link),
                card,
                LinkText.story(
                        link, names.getOrDefault(link.from(), link.from()), names.getOrDefault(link.to(), link.to())));
    }

    private EdgeCard card(Link link) {
        boolean small = measure.equals(Measure.SMALL);
        return new EdgeCard(
                LinkText.figure(link),
                small ? "" : LinkText.note(link),
                LinkText.tone(link),
                !measure.equals(Measure.FULL) || LinkText.isDown(link)
                        ? List.of()
                        : history.trend(link.id(), TREND, POINTS),
                measure.labelWidth(),
                measure.labelHeight());
    }

    /** Kinds of links that the drawing has, in the order of the legend. */
    public static List<LinkKind> kinds(Topology topology) {
        return Stream.of(LinkKind.values())
                .filter(kind -> topology.links().stream().anyMatch(link -> link.kind() == kind))
                .toList();
    }
}
