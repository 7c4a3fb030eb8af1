package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.TopologyWords;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether two servers of one cluster take writes: the one thing that must not be overlooked. */
final class SplitBrain {
    private SplitBrain() {}

    /** The band above the pane; empty if there is no split brain. */
    static Optional<BannerText> band(Topology topology) {
        Optional<Alarm> told = topology.alarms().stream()
                .filter(alarm -> alarm.severity() == Severity.CRITICAL
                        && alarm.text().toLowerCase(Locale.ROOT).contains("split brain"))
                .findFirst();
        List<Node> primaries = told.isPresent() ? primaries(topology) : ofOneCluster(topology);
        if (told.isEmpty() && primaries.size() < 2) {
            return Optional.empty();
        }
        String headline =
                primaries.size() < 2 ? "Split brain" : "Split brain: " + primaries.size() + " servers take writes";
        String positions = primaries.stream()
                .map(node -> node.name() + " is at " + TopologyWords.position(node))
                .collect(Collectors.joining(", "));
        String text = told.map(alarm -> Words.capital(withoutName(alarm.text()) + sentence(alarm.advice())))
                .orElse(positions);
        return Optional.of(new BannerText(Tone.RED, headline, text, ""));
    }

    private static String withoutName(String text) {
        return text.replaceFirst("(?i)^split brain[:,]?\\s*", "");
    }

    private static String sentence(String advice) {
        return advice.isEmpty() ? "" : ". " + advice;
    }

    private static List<Node> primaries(Topology topology) {
        return topology.nodes().stream()
                .filter(node -> node.role() == NodeRole.PRIMARY && node.connected())
                .toList();
    }

    /** Those that have one system identifier in common. */
    private static List<Node> ofOneCluster(Topology topology) {
        Map<String, Integer> counts = new HashMap<>();
        for (Node node : primaries(topology)) {
            String identifier = node.identity().systemIdentifier();
            if (identifier != null) {
                counts.merge(identifier, 1, Integer::sum);
            }
        }
        return primaries(topology).stream()
                .filter(node -> {
                    String identifier = node.identity().systemIdentifier();
                    return identifier != null && counts.getOrDefault(identifier, 0) > 1;
                })
                .toList();
    }
}
