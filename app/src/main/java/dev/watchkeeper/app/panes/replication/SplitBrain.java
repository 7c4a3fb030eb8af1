package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.Locale;
import java.util.Optional;

/** Whether two servers of one cluster take writes: the one thing that must not be overlooked. */
final class SplitBrain {
    private SplitBrain() {}

    /** The band above the pane; empty if there is no split brain. */
    static Optional<BannerText> band(Topology topology) {
        return topology.alarms().stream()
                .filter(alarm -> alarm.severity() == Severity.CRITICAL
                        && alarm.text().toLowerCase(Locale.ROOT).contains("split brain"))
                .findFirst()
                .map(alarm -> new BannerText(
                        Tone.RED,
                        headline(topology),
                        Sentence.begin(withoutName(alarm.text()) + sentence(alarm.advice())),
                        ""));
    }

    private static String headline(Topology topology) {
        long primaries = topology.nodes().stream()
                .filter(node -> node.role() == NodeRole.PRIMARY && node.connected())
                .count();
        return primaries < 2 ? "Split brain" : "Split brain: " + primaries + " servers take writes";
    }

    private static String withoutName(String text) {
        return text.replaceFirst("(?i)^split brain[:,]?\\s*", "");
    }

    private static String sentence(String advice) {
        return advice.isEmpty() ? "" : ". " + advice;
    }
}
