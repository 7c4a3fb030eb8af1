package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.panes.replication.picture.ClusterDrawing;
import dev.watchkeeper.app.panes.replication.picture.Drawing;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.TopologyDocument;
import dev.watchkeeper.app.reports.TopologyRecords;
import dev.watchkeeper.app.reports.TopologySentence;
import dev.watchkeeper.app.reports.TopologyWords;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.report.Document;
import java.util.List;
import java.util.Optional;

/** What leaves the replication pane. */
final class ReplicationOutput implements PaneOutput<Topology> {
    @Override
    public String name() {
        return "replication";
    }

    @Override
    public boolean suits(Target target) {
        return true;
    }

    @Override
    public Probe<Topology> probe(Workbench bench, Target target, List<Target> company) {
        return bench.cluster(target, company).probe();
    }

    @Override
    public String sentence(Snapshot<Topology> snapshot) {
        return TopologySentence.of(snapshot.value());
    }

    @Override
    public List<Records> records(Snapshot<Topology> snapshot) {
        return TopologyRecords.of(snapshot.value());
    }

    @Override
    public List<Sheet> sheets(Snapshot<Topology> snapshot) {
        Topology topology = snapshot.value();
        return List.of(alarms(topology), nodes(topology), links(topology), slots(topology));
    }

    @Override
    public Document document(Snapshot<Topology> snapshot, Origin origin) {
        return TopologyDocument.of(
                snapshot,
                Optional.of(ClusterDrawing.of(Drawing.of(snapshot.value()).layout())),
                origin);
    }

    private static Sheet alarms(Topology topology) {
        Sheet sheet = new Sheet("Alarms").text("severity").text("server").text("what is the matter");
        for (Alarm alarm : topology.alarms()) {
            String advice = alarm.advice().isEmpty() ? "" : ". " + alarm.advice();
            sheet.row(alarm.severity().label(), TopologyWords.name(topology, alarm.node()), alarm.text() + advice);
        }
        return sheet;
    }

    private static Sheet nodes(Topology topology) {
        Sheet sheet = new Sheet("Servers")
                .text("server")
                .text("address")
                .text("role")
                .text("version")
                .text("position")
                .text("state");
        for (Node node : topology.nodes()) {
            sheet.row(
                    node.name(),
                    TopologyWords.address(node),
                    node.title(),
                    node.version(),
                    TopologyWords.position(node),
                    node.trouble()
                            .map(fault -> fault.sentence())
                            .orElse(node.connected() ? String.join("; ", node.lines()) : "not connected"));
        }
        return sheet;
    }

    private static Sheet links(Topology topology) {
        Sheet sheet = new Sheet("Links")
                .text("from")
                .text("to")
                .text("kind")
                .text("state")
                .number("to send")
                .number("to replay")
                .number("write")
                .number("flush")
                .number("replay")
                .text("slot");
        for (Link link : topology.links()) {
            sheet.row(
                    TopologyWords.name(topology, link.from()),
                    TopologyWords.name(topology, link.to()),
                    link.kind().label(),
                    link.state(),
                    TopologyWords.bytes(link.lag().sentBytes()),
                    TopologyWords.bytes(link.lag().replayedBytes()),
                    TopologyWords.span(link.lag().writeMillis()),
                    TopologyWords.span(link.lag().flushMillis()),
                    TopologyWords.replay(link.lag()),
                    link.slot().isEmpty() ? link.name() : link.slot());
        }
        return sheet;
    }

    private static Sheet slots(Topology topology) {
        Sheet sheet = new Sheet("Slots")
                .text("slot")
                .text("server")
                .text("kind")
                .text("state")
                .number("keeps")
                .number("full in")
                .text("WAL");
        for (Slot slot : topology.slots()) {
            sheet.row(
                    slot.name(),
                    TopologyWords.name(topology, slot.node()),
                    slot.type(),
                    slot.active() ? "active" : "inactive",
                    TopologyWords.bytes(slot.retainedBytes()),
                    TopologyWords.fullIn(slot),
                    slot.walStatus());
        }
        return sheet;
    }
}
