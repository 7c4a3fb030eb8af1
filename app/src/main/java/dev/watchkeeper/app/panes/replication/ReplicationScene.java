package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.graph.GraphLayout;
import dev.watchkeeper.app.panes.replication.picture.Drawing;
import dev.watchkeeper.app.panes.replication.picture.LagHistory;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.kernel.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the pane shows at one moment, made off the FX thread. Immutable.
 *
 * @param lags of each link over the last minutes, by the links' ids
 */
record ReplicationScene(Snapshot<Topology> snapshot, Drawing drawing, Map<String, List<LagHistory.Sample>> lags) {
    ReplicationScene {
        lags = Map.copyOf(lags);
    }

    Topology topology() {
        return snapshot.value();
    }

    Instant at() {
        return snapshot.takenAt();
    }

    GraphLayout layout() {
        return drawing.layout();
    }

    Optional<Node> node(String id) {
        return topology().node(id);
    }

    Optional<Link> link(String id) {
        return topology().links().stream().filter(link -> link.id().equals(id)).findFirst();
    }

    Optional<Slot> slot(String node, String name) {
        return topology().slots().stream()
                .filter(slot -> slot.node().equals(node) && slot.name().equals(name))
                .findFirst();
    }

    /** What a node is called. */
    String name(String node) {
        return node(node).map(Node::name).orElse(node);
    }
}
