package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cluster for the ticket. */
public final class TopologyDocument {
    private TopologyDocument() {}

    /**
     * Alarms first, then the picture and the lists.
     *
     * @param picture of the same topology; empty if there is none to be had
     */
    public static Document of(Snapshot<Topology> snapshot, Optional<Block.Drawing> picture, Origin origin) {
        Topology topology = snapshot.value();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Alarms", Sizes.of(topology.alarms().size(), "alarm", "alarms")));
        blocks.add(new Block.Table(
                List.of(Column.badge("Severity", 9), Column.text("Server", 14), Column.text("What is the matter", 60)),
                topology.alarms().stream()
                        .map(alarm -> (Line) alarm(alarm, topology))
                        .toList(),
                "All is well"));
        picture.ifPresent(drawing -> {
            blocks.add(new Block.Heading("Who follows whom"));
            blocks.add(drawing);
        });
        blocks.add(new Block.Heading("Servers", TopologySentence.members(topology)));
        blocks.add(new Block.Table(
                nodeColumns(),
                topology.nodes().stream().map(node -> (Line) node(node)).toList(),
                "No server is known"));
        blocks.add(new Block.Heading("Links", "what each receiver is behind its sender"));
        blocks.add(new Block.Table(
                linkColumns(),
                topology.links().stream()
                        .map(link -> (Line) link(link, topology))
                        .toList(),
                "Nobody follows"));
        if (!topology.slots().isEmpty()) {
            blocks.add(new Block.Heading("Replication slots"));
            blocks.add(new Block.Table(
                    slotColumns(),
                    topology.slots().stream()
                            .map(slot -> (Line) slot(slot, topology))
                            .toList(),
                    ""));
        }
        return new Document(
                "Replication of " + origin.target().name(),
                Sentences.alone(TopologySentence.of(topology)),
                origin.cover(snapshot),
                blocks);
    }

    private static Line.Row alarm(Alarm alarm, Topology topology) {
        String advice = alarm.advice().isEmpty() ? "" : ". " + alarm.advice();
        return Line.Row.of(
                Cell.of(alarm.severity().label(), tone(alarm.severity())),
                Cell.of(TopologyWords.name(topology, alarm.node())),
                Cell.of(alarm.text() + advice));
    }

    private static List<Column> nodeColumns() {
        return List.of(
                Column.text("Server", 16),
                Column.text("Address", 16),
                Column.text("Role", 16),
                Column.text("Version", 9),
                Column.text("Position", 18),
                Column.text("State", 25));
    }

    private static Line.Row node(Node node) {
        String state = node.trouble()
                .map(fault -> fault.sentence())
                .orElse(node.connected() ? "" : "seen by others only: not connected");
        return Line.Row.of(
                Cell.of(node.name(), tone(node.severity())),
                Cell.of(TopologyWords.address(node)),
                Cell.of(node.title()),
                Cell.of(node.version()),
                Cell.of(TopologyWords.position(node)),
                Cell.of(state));
    }

    private static List<Column> linkColumns() {
        return List.of(
                Column.text("From", 14),
                Column.text("To", 14),
                Column.text("Kind", 9),
                Column.badge("State", 11),
                Column.text("Slot", 14),
                Column.number("To send", "", 9),
                Column.number("To replay", "", 9),
                Column.number("Replay", "", 10));
    }

    private static Line.Row link(Link link, Topology topology) {
        return Line.Row.of(
                Cell.of(TopologyWords.name(topology, link.from())),
                Cell.of(TopologyWords.name(topology, link.to())),
                Cell.of(link.kind().label()),
                Cell.of(link.state(), tone(link.severity())),
                Cell.of(link.slot()),
                Cell.of(TopologyWords.bytes(link.lag().sentBytes())),
                Cell.of(TopologyWords.bytes(link.lag().replayedBytes()), tone(link.severity())),
                Cell.of(TopologyWords.replay(link.lag())));
    }

    private static List<Column> slotColumns() {
        return List.of(
                Column.text("Slot", 20),
                Column.text("Server", 14),
                Column.text("Kind", 9),
                Column.badge("State", 11),
                Column.number("Keeps", "", 10),
                Column.number("Full in", "", 12));
    }

    private static Line.Row slot(Slot slot, Topology topology) {
        return Line.Row.of(
                Cell.of(slot.name()),
                Cell.of(TopologyWords.name(topology, slot.node())),
                Cell.of(slot.type()),
                Cell.of(slot.active() ? "active" : "inactive", tone(slot.severity())),
                Cell.of(TopologyWords.bytes(slot.retainedBytes()), tone(slot.severity())),
                Cell.of(TopologyWords.fullIn(slot), slot.fullIn() == null ? Tone.PLAIN : Tone.RED));
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case NONE -> Tone.PLAIN;
            case WARNING -> Tone.AMBER;
            case CRITICAL -> Tone.RED;
        };
    }
}
