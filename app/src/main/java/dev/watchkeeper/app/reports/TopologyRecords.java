package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A cluster as data: four lists. */
public final class TopologyRecords {
    private static final List<String> NODE_KEYS = List.of(
            "id",
            "name",
            "address",
            "role",
            "connected",
            "system_identifier",
            "timeline",
            "lsn",
            "offset",
            "sync_state",
            "version",
            "started_at",
            "severity",
            "error",
            "details");
    private static final List<String> LINK_KEYS = List.of(
            "from",
            "to",
            "kind",
            "name",
            "state",
            "slot",
            "idle",
            "sent_lag_bytes",
            "write_lag_bytes",
            "flush_lag_bytes",
            "replay_lag_bytes",
            "write_lag_ms",
            "flush_lag_ms",
            "replay_lag_ms",
            "severity",
            "details");
    private static final List<String> SLOT_KEYS = List.of(
            "node",
            "slot_name",
            "slot_type",
            "database",
            "plugin",
            "active",
            "temporary",
            "retained_bytes",
            "wal_status",
            "safe_wal_size",
            "inactive_since",
            "invalidation_reason",
            "failover",
            "synced",
            "full_in_s",
            "severity");
    private static final List<String> ALARM_KEYS = List.of("severity", "node", "text", "advice");

    private TopologyRecords() {}

    /** Nodes, links, slots and alarms, in this order. */
    public static List<Records> of(Topology topology) {
        return List.of(
                new Records(
                        "nodes",
                        NODE_KEYS,
                        topology.nodes().stream().map(TopologyRecords::node).toList()),
                new Records(
                        "links",
                        LINK_KEYS,
                        topology.links().stream().map(TopologyRecords::link).toList()),
                new Records(
                        "slots",
                        SLOT_KEYS,
                        topology.slots().stream().map(TopologyRecords::slot).toList()),
                new Records(
                        "alarms",
                        ALARM_KEYS,
                        topology.alarms().stream().map(TopologyRecords::alarm).toList()));
    }

    /** As PostgreSQL writes a position in its WAL: {@code 4C/91A2F0B8}. */
    public static String lsn(long position) {
        return String.format(Locale.ROOT, "%X/%X", position >>> 32, position & 0xFFFFFFFFL);
    }

    private static SequencedMap<String, @Nullable Object> node(Node node) {
        Long position = node.identity().position();
        boolean counts = node.role() == NodeRole.REPLICA || isRedis(node);
        return new Records.Row()
                .with("id", node.id())
                .with("name", node.name())
                .with("address", node.address() == null ? null : Objects.toString(node.address()))
                .with("role", node.role().label())
                .with("connected", node.connected())
                .with("system_identifier", node.identity().systemIdentifier())
                .with("timeline", node.identity().timeline())
                .with("lsn", position == null || counts ? null : lsn(position))
                .with("offset", counts ? position : null)
                .with("sync_state", empty(node.syncState()))
                .with("version", empty(node.version()))
                .with("started_at", node.startedAt())
                .with("severity", node.severity().label())
                .with("error", node.trouble().map(fault -> fault.sentence()).orElse(null))
                .with("details", details(node.details()))
                .values();
    }

    /** A replication id has 40 digits, a system identifier at most 20. */
    private static boolean isRedis(Node node) {
        String identifier = node.identity().systemIdentifier();
        return identifier != null && identifier.length() == 40;
    }

    private static SequencedMap<String, @Nullable Object> link(Link link) {
        Lag lag = link.lag();
        return new Records.Row()
                .with("from", link.from())
                .with("to", link.to())
                .with("kind", link.kind().label())
                .with("name", empty(link.name()))
                .with("state", link.state())
                .with("slot", empty(link.slot()))
                .with("idle", lag.idle())
                .with("sent_lag_bytes", lag.sentBytes())
                .with("write_lag_bytes", lag.writtenBytes())
                .with("flush_lag_bytes", lag.flushedBytes())
                .with("replay_lag_bytes", lag.replayedBytes())
                .with("write_lag_ms", lag.writeMillis())
                .with("flush_lag_ms", lag.flushMillis())
                .with("replay_lag_ms", lag.replayMillis())
                .with("severity", link.severity().label())
                .with("details", details(link.details()))
                .values();
    }

    private static SequencedMap<String, @Nullable Object> slot(Slot slot) {
        return new Records.Row()
                .with("node", slot.node())
                .with("slot_name", slot.name())
                .with("slot_type", slot.type())
                .with("database", empty(slot.database()))
                .with("plugin", empty(slot.plugin()))
                .with("active", slot.active())
                .with("temporary", slot.temporary())
                .with("retained_bytes", slot.retainedBytes())
                .with("wal_status", empty(slot.walStatus()))
                .with("safe_wal_size", slot.safeWalSize())
                .with("inactive_since", slot.inactiveSince())
                .with("invalidation_reason", empty(slot.invalidationReason()))
                .with("failover", slot.failover())
                .with("synced", slot.synced())
                .with("full_in_s", slot.fullIn() == null ? null : slot.fullIn().toSeconds())
                .with("severity", slot.severity().label())
                .values();
    }

    private static SequencedMap<String, @Nullable Object> alarm(Alarm alarm) {
        return new Records.Row()
                .with("severity", alarm.severity().label())
                .with("node", alarm.node())
                .with("text", alarm.text())
                .with("advice", empty(alarm.advice()))
                .values();
    }

    private static List<SequencedMap<String, @Nullable Object>> details(List<Detail> details) {
        return details.stream()
                .map(detail -> new Records.Row()
                        .with("label", detail.label())
                        .with("value", detail.value())
                        .values())
                .toList();
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
