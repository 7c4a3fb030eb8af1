package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/** What a cluster is made of, and what is the worst of it, in one sentence. */
public final class TopologySentence {
    private static final Map<NodeRole, String> MANY = new EnumMap<>(Map.of(
            NodeRole.PRIMARY, "primaries",
            NodeRole.STANDBY, "standbys",
            NodeRole.SUBSCRIBER, "subscribers",
            NodeRole.REPLICA, "replicas",
            NodeRole.SENTINEL, "sentinels",
            NodeRole.POOL, "pools",
            NodeRole.PROXY, "proxies"));

    private TopologySentence() {}

    /** {@code 1 primary, 3 standbys, 1 subscriber; dr_frankfurt_old fills the disk in 2 h 40 min}. */
    public static String of(Topology topology) {
        String members = members(topology);
        long critical = count(topology, Severity.CRITICAL);
        long warnings = count(topology, Severity.WARNING);
        if (topology.alarms().isEmpty()) {
            return members + "; all is well";
        }
        String worst = topology.alarms().getFirst().text();
        long others = critical + warnings - 1;
        return members + "; " + worst + (others == 0 ? "" : ", and " + Sizes.of(others, "other alarm", "other alarms"));
    }

    /** {@code 1 primary, 3 standbys, 1 subscriber}. */
    public static String members(Topology topology) {
        StringJoiner words = new StringJoiner(", ").setEmptyValue("no server is known");
        for (NodeRole role : NodeRole.values()) {
            long count = topology.nodes().stream()
                    .filter(node -> node.role() == role)
                    .count();
            if (count > 0) {
                words.add(Sizes.of(count, role.label(), MANY.getOrDefault(role, role.label())));
            }
        }
        return words.toString();
    }

    private static long count(Topology topology, Severity severity) {
        return topology.alarms().stream()
                .filter(alarm -> alarm.severity() == severity)
                .count();
    }
}
