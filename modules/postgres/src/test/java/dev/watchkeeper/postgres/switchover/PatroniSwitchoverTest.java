package dev.watchkeeper.postgres.switchover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.lab.debian.HaproxyServer;
import dev.watchkeeper.lab.debian.PatroniLab;
import dev.watchkeeper.lab.debian.PatroniNode;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Fronts;
import dev.watchkeeper.postgres.testing.Managed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A switchover through a real Patroni while somebody writes, with a HAProxy before it. */
@ExtendWith(LabExtension.class)
class PatroniSwitchoverTest {
    @Test
    void notOneAcknowledgedRowIsLost(SharedLabs labs) throws Exception {
        Debian.needs("haproxy");
        PatroniLab lab = labs.patroni();
        PatroniNode old = lab.settle();
        PatroniNode next = lab.nodes().stream()
                .filter(node -> !node.equals(old))
                .findFirst()
                .orElseThrow();
        try (HaproxyServer haproxy = HaproxyServer.start(
                        lab.folder(),
                        lab.nodes().stream().map(HaproxyServer.Behind::node).toList(),
                        "");
                Managed managed = Managed.from(
                        Fronts.target(Engine.PATRONI, Fronts.api(old), "postgres", Map.of()), proxy(haproxy));
                Writer writer = Writer.on(lab)) {
            managed.until("writes land on " + old.name(), topology -> writesLandOn(topology, old));
            writer.awaitRows(20);
            Preflight preflight = managed.preflight(next.name());
            assertThat(preflight.verdict()).as(preflight.toString()).isEqualTo(Preflight.Verdict.READY);
            assertThat(preflight.predictedLossBytes()).isNotNull();
            Action action = managed.cluster().switchover(next.name());
            assertThat(action.danger()).isEqualTo(Danger.DANGEROUS);
            assertThat(action.statement()).contains("/switchover").contains("\"candidate\":\"" + next.name());

            List<String> told = new ArrayList<>();
            Outcome outcome = action.run(told::add);

            assertThat(outcome.done()).as(outcome.message() + told).isTrue();
            assertThat(outcome.message()).contains("all others stream from it");
            assertThat(outcome.figures().get("writes_away_ms")).isPositive();
            assertThat(told)
                    .contains(next.name() + " takes writes")
                    .anyMatch(line -> line.startsWith("Patroni says: "));
            writer.awaitRows(writer.acknowledged() + 20);
            assertThat(lab.leader()).hasValue(next);
            assertThat(writer.lost(next)).isEmpty();
            Topology after = managed.until("writes land on " + next.name(), topology -> writesLandOn(topology, next));
            assertThat(after.nodes().getFirst().name()).isEqualTo(next.name());
        }
    }

    private static boolean writesLandOn(Topology topology, PatroniNode node) {
        boolean said = topology.nodes().stream()
                .filter(one -> one.role() == NodeRole.PROXY)
                .map(Node::lines)
                .anyMatch(lines -> lines.contains("writes → " + node.name()));
        boolean drawn = topology.links().stream()
                .filter(link -> link.kind() == LinkKind.ROUTE && link.name().equals("primary"))
                .anyMatch(link -> link.to().equals(node.host() + ":" + node.port())
                        && link.state().equals("up"));
        return said && drawn;
    }

    private static Target proxy(HaproxyServer haproxy) {
        return Fronts.target(
                Engine.HAPROXY,
                new HostPort("127.0.0.1", haproxy.statsPort()),
                "",
                Map.of("path", HaproxyServer.PAGE, "write", "127.0.0.1:" + haproxy.writePort()));
    }
}
