package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Topology;

/** What a server is, as short as the fleet needs it. */
final class FleetRole {
    /** Less than this is not worth the words. */
    private static final long WORTH_SAYING = 1024 * 1024;

    private FleetRole() {}

    /** {@code primary}, {@code sync}, {@code async · 41 MB}. */
    static String of(Node node, Topology topology) {
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
}
