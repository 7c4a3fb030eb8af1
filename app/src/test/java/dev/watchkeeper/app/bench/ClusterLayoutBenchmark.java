package dev.watchkeeper.app.bench;

import dev.watchkeeper.app.panes.replication.picture.Drawing;
import dev.watchkeeper.app.panes.replication.picture.LagHistory;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Laying out a cluster of 50 nodes: the first time in a process, and when it is warm. */
class ClusterLayoutBenchmark {
    private static final int NODES = 50;
    private static final int ROUNDS = 60;

    @Test
    void fiftyNodes() {
        LagHistory history = new LagHistory();
        for (int fan : new int[] {NODES, 7, 2}) {
            double[] millis = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                Drawing.of(cluster(fan), history);
                millis[round] = (System.nanoTime() - start) / 1e6;
            }
            String what = "layout of " + NODES + " nodes, at most " + fan + " behind one";
            Findings.report(what + ", first", millis[0], 50, "ms");
            Arrays.sort(millis);
            Findings.report(what + ", median", millis[ROUNDS / 2], 50, "ms");
        }
    }

    private static Topology cluster(int fan) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            String id = "10.0.0." + i + ":5432";
            nodes.add(new Node(
                    id,
                    "pg-" + i,
                    new HostPort("10.0.0." + i, 5432),
                    i == 0 ? NodeRole.PRIMARY : NodeRole.STANDBY,
                    true,
                    Optional.empty(),
                    Node.Identity.UNKNOWN,
                    "17.4",
                    null,
                    "async",
                    "standby",
                    List.of("TL 1", "0 B behind"),
                    Severity.NONE,
                    List.of()));
            if (i > 0) {
                links.add(new Link(
                        "10.0.0." + (i - 1) / fan + ":5432",
                        id,
                        LinkKind.PHYSICAL,
                        "pg-" + i,
                        "streaming",
                        "",
                        new Lag(0L, 0L, 0L, (long) i, null, null, null),
                        Severity.NONE,
                        List.of()));
            }
        }
        return new Topology(nodes, links, List.of(), List.of());
    }
}
