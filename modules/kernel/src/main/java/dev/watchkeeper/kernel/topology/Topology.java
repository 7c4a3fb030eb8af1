package dev.watchkeeper.kernel.topology;

import java.util.List;
import java.util.Optional;

/**
 * A cluster with all that stands around it, as seen in one refresh. Immutable.
 *
 * @param nodes primaries first
 * @param links between nodes of this topology
 * @param slots of all nodes
 * @param alarms the worst first
 */
public record Topology(List<Node> nodes, List<Link> links, List<Slot> slots, List<Alarm> alarms) {
    public static final Topology EMPTY = new Topology(List.of(), List.of(), List.of(), List.of());

    public Topology {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        slots = List.copyOf(slots);
        alarms = List.copyOf(alarms);
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** The worst of what is wrong. */
    public Severity severity() {
        return alarms.stream().map(Alarm::severity).reduce(Severity.NONE, Severity::or);
    }
}
