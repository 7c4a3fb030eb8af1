package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FleetClustersTest {
    private final FleetServer first = server("pg-bill-1", 5001);
    private final FleetServer second = server("pg-bill-2", 5002);
    private final FleetServer slow = server("billing reports", 5003);
    private final FleetServer warehouse = server("dwh", 5004);
    private final FleetServer stranger = server("shop", 5005);
    private final List<FleetServer> fleet = List.of(stranger, first, second, slow, warehouse);
    private final FleetClusters clusters = new FleetClusters();

    private static FleetServer server(String name, int port) {
        return new FleetServer(Target.unsaved(
                name,
                new Endpoint(
                        Engine.POSTGRESQL,
                        List.of(new HostPort("db", port)),
                        "billing",
                        "dba",
                        new LinkedHashMap<>())));
    }

    private static Node node(String name, int port, NodeRole role, String sync, Severity severity) {
        return new Node(
                "db:" + port,
                name,
                new HostPort("db", port),
                role,
                true,
                Optional.empty(),
                Node.Identity.UNKNOWN,
                "17.4",
                null,
                sync,
                role.label(),
                List.of(),
                severity,
                List.of());
    }

    private static Topology topology() {
        return new Topology(
                List.of(
                        node("pg-bill-1", 5001, NodeRole.PRIMARY, "", Severity.NONE),
                        node("pg-bill-2", 5002, NodeRole.STANDBY, "sync", Severity.NONE),
                        node("db:5003", 5003, NodeRole.STANDBY, "async", Severity.WARNING),
                        node("pg-bill-9", 5009, NodeRole.STANDBY, "async", Severity.NONE),
                        node("dwh", 5004, NodeRole.SUBSCRIBER, "", Severity.NONE)),
                List.of(new Link(
                        "db:5001",
                        "db:5003",
                        LinkKind.PHYSICAL,
                        "",
                        "streaming",
                        "",
                        new Lag(0L, 0L, 0L, 41L << 20, null, null, null),
                        Severity.WARNING,
                        List.of())),
                List.of(),
                List.of());
    }

    @Test
    void saysWhoBelongsTogetherAndWhatEachIsThere() {
        clusters.seen(first, topology());
        List<FleetClusters.Group> groups = clusters.of(fleet);
        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().members()).containsExactly(first, second, slow);
        assertThat(groups.getFirst().nodes()).isEqualTo(4);
        assertThat(second.noteProperty().get()).isEqualTo("sync");
        assertThat(slow.noteProperty().get()).isEqualTo("async · 41 MB");
        assertThat(slow.healthProperty().get()).isEqualTo(FleetServer.Health.WATCH);
        assertThat(warehouse.noteProperty().get()).isEqualTo("subscriber");
        assertThat(stranger.healthProperty().get()).isEqualTo(FleetServer.Health.OFF);
    }

    @Test
    void theSameClusterSeenFromTwoMembersIsOneCluster() {
        clusters.seen(first, topology());
        clusters.seen(second, topology());
        assertThat(clusters.of(fleet)).hasSize(1);
    }

    @Test
    void whatNobodyLooksAtAnyMoreIsForgotten() {
        clusters.seen(first, topology());
        clusters.of(fleet);
        clusters.forget(first);
        assertThat(clusters.of(fleet)).isEmpty();
        assertThat(second.noteProperty().get()).isEmpty();
        assertThat(second.healthProperty().get()).isEqualTo(FleetServer.Health.OFF);
    }

    @Test
    void thePrimaryNamesThemWithoutItsNumber() {
        clusters.seen(first, topology());
        assertThat(clusters.of(List.of(first, slow)).getFirst().name()).isEqualTo("pg-bill");
        clusters.seen(second, topology());
        assertThat(clusters.of(List.of(second, slow)).getFirst().name())
                .as("also if it is not saved")
                .isEqualTo("pg-bill");
    }
}
