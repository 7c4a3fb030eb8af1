package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.panes.replication.picture.Drawing;
import dev.watchkeeper.app.panes.replication.picture.LagHistory;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers how far behind everybody was, and where everything stands. Thread-safe; it lays out, so call it off the FX thread. */
final class ReplicationModel {
    private final LagHistory history = new LagHistory();
    private @Nullable Drawing drawing;

    /** Takes in a new answer. */
    synchronized ReplicationScene seen(Snapshot<Topology> snapshot) {
        Topology topology = snapshot.value();
        history.add(snapshot);
        Drawing next = drawing == null ? Drawing.of(topology, history) : drawing.next(topology, history);
        drawing = next;
        Map<String, List<LagHistory.Sample>> lags = new HashMap<>();
        for (Link link : topology.links()) {
            lags.put(link.id(), history.of(link.id()));
        }
        return new ReplicationScene(snapshot, next, lags);
    }
}
