package dev.watchkeeper.app.shell;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which servers of the fleet belong together, as the topologies tell that were seen. Lives on the FX thread. */
final class FleetClusters {
    /** Less than this is not worth the words. */
    private static final long WORTH_SAYING = 1024 * 1024;

    /**
     * Several servers of the fleet that are one cluster.
     *
     * @param nodes how many servers it has, saved or not
     * @param members those of the fleet, in its order
     */
    record Group(String name, int nodes, List<FleetServer> members) {
        Group {
            members = List.copyOf(members);
        }
    }

    private final Map<FleetServer, Topology> seen = new LinkedHashMap<>();

    /** Takes note of what a server's pane sees. */
    void seen(FleetServer by, Topology topology) {
        seen.put(by, topology);
    }

    /** Nobody looks from there any more. */
    void forget(FleetServer by) {
        seen.remove(by);
    }

    /** Tells each server where it stands, and returns those that belong together, two or more of the fleet. */
    List<Group> of(List<FleetServer> fleet) {
        Map<FleetServer, FleetServer.Place> places = new HashMap<>();
        Set<FleetServer> taken = new HashSet<>();
        List<Group> groups = new ArrayList<>();
        seen.keySet().retainAll(fleet);
        for (Topology topology : seen.values()) {
            List<Node> cluster = cluster(topology);
            List<FleetServer> members = new ArrayList<>();
            for (FleetServer server : fleet) {
                Optional<Node> node = nodeOf(server.target(), topology.nodes());
                node.ifPresent(one -> places.putIfAbsent(server, place(one, topology)));
                if (node.filter(cluster::contains).isPresent() && taken.add(server)) {
                    members.add(server);
                }
            }
            if (members.size() > 1) {
                groups.add(new Group(name(members, cluster), servers(cluster), members));
            }
        }
        fleet.forEach(server -> server.placed(Optional.ofNullable(places.get(server))));
        return groups;
    }

    private static Optional<Node> nodeOf(Target target, List<Node> nodes) {
        List<HostPort> hosts = target.endpoint().hosts();
        return nodes.stream()
                .filter(node -> node.name().equals(target.name()))
                .findFirst()
                .or(() -> nodes.stream()
                        .filter(node -> node.address() != null && hosts.contains(node.address()))
                        .findFirst());
    }

    /** All but those who subscribe: they are clusters of their own. */
    private static List<Node> cluster(Topology topology) {
        return topology.nodes().stream()
                .filter(node -> node.role() != NodeRole.SUBSCRIBER)
                .toList();
    }

    /** How many hold the data. */
    private static int servers(List<Node> cluster) {
        return (int) cluster.stream()
                .filter(node -> node.role() == NodeRole.PRIMARY
                        || node.role() == NodeRole.STANDBY
                        || node.role() == NodeRole.REPLICA)
                .count();
    }

    private static FleetServer.Place place(Node node, Topology topology) {
        return new FleetServer.Place(role(node, topology), node.severity(), node.connected());
    }

    /** {@code primary}, {@code sync}, {@code async · 41 MB}. */
    private static String role(Node node, Topology topology) {
        String role = node.role() == NodeRole.STANDBY && !node.syncState().isEmpty()
                ? node.syncState()
                : node.role().label();
        return topology.links().stream()
                .filter(link -> link.to().equals(node.id()))
                .map(link -> link.lag().replayedBytes())
                .filter(behind -> behind != null && behind >= WORTH_SAYING)
                .findFirst()
                .map(behind -> role + " · " + Sizes.bytes(behind))
                .orElse(role);
    }

    /** As the primary is called, without its number: {@code pg-bill} of {@code pg-bill-1}. */
    private static String name(List<FleetServer> members, List<Node> cluster) {
        Node first = cluster.stream()
                .min(Comparator.comparing(Node::role))
                .orElseThrow(() -> new IllegalStateException("a cluster of nobody"));
        String full = members.stream()
                .map(FleetServer::target)
                .filter(target -> nodeOf(target, List.of(first)).isPresent())
                .map(Target::name)
                .findFirst()
                .orElse(first.name());
        String stem = full.replaceFirst("[-_ ]?\\d+$", "");
        return stem.length() > 1 && !full.contains(":") ? stem : full;
    }
}
