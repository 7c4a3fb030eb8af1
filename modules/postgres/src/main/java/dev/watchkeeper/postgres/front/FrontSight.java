package dev.watchkeeper.postgres.front;

import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Node;
import java.util.List;

/**
 * What stands before a cluster, as it was seen in one refresh.
 *
 * @param node without what only the cluster's members can tell
 * @param entries through which a write may land somewhere
 * @param alarms of its own
 */
public record FrontSight(Node node, List<Route> routes, List<Entry> entries, List<Alarm> alarms) {
    public FrontSight {
        routes = List.copyOf(routes);
        entries = List.copyOf(entries);
        alarms = List.copyOf(alarms);
    }
}
