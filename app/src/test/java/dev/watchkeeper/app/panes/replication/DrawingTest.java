package dev.watchkeeper.app.panes.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.controls.graph.Box;
import dev.watchkeeper.app.controls.graph.GraphLayout;
import dev.watchkeeper.app.controls.graph.Placed;
import dev.watchkeeper.app.controls.graph.Route;
import dev.watchkeeper.app.panes.replication.picture.ClusterDrawing;
import dev.watchkeeper.app.panes.replication.picture.Drawing;
import dev.watchkeeper.app.panes.replication.picture.LagHistory;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.TopologyDocument;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.pdf.PdfReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DrawingTest {
    private static final LagHistory NO_HISTORY = new LagHistory();

    static Stream<Topology> clusters() {
        return Stream.concat(
                Stream.of(
                        Topologies.billing(),
                        Topologies.pair(),
                        Topologies.alone(),
                        Topologies.twelve(),
                        Topologies.fifty(),
                        Topologies.star(),
                        Topologies.splitBrain(),
                        Topologies.redis(),
                        Topologies.cycle()),
                IntStream.range(1, 12).mapToObj(DrawingTest::tree));
    }

    /** Standbys of standbys as they may come. */
    private static Topology tree(int seed) {
        Random random = new Random(seed);
        Topologies made = new Topologies().node("n0", NodeRole.PRIMARY, "primary", Severity.NONE, "", "");
        for (int i = 1; i < 4 * seed; i++) {
            made.node("n" + i, NodeRole.STANDBY, "standby", Severity.NONE, "", "")
                    .link("n" + random.nextInt(i), "n" + i, dev.watchkeeper.kernel.topology.LinkKind.PHYSICAL, 0, null);
        }
        return made.built();
    }

    private static GraphLayout layout(Topology topology) {
        return Drawing.of(topology, NO_HISTORY).layout();
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everyNodeAndLinkIsDrawnAndNoCardCoversAnother(Topology topology) {
        GraphLayout layout = layout(topology);
        assertThat(layout.placed().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        topology.nodes().stream().map(Node::id).toList());
        assertThat(layout.routes())
                .extracting(route -> route.edge().id())
                .containsExactlyInAnyOrderElementsOf(topology.links().stream()
                        .filter(link -> !link.from().equals(link.to()))
                        .map(Link::id)
                        .toList());
        List<Box> boxes = new ArrayList<>();
        layout.placed().values().forEach(card -> boxes.add(card.box()));
        boolean plain = !topology.equals(Topologies.cycle());
        if (plain) {
            layout.routes().forEach(route -> route.card().ifPresent(boxes::add));
        }
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(boxes.get(i).x()).isGreaterThanOrEqualTo(0);
            for (int k = 0; k < i; k++) {
                assertThat(boxes.get(i).overlaps(boxes.get(k)))
                        .as(boxes.get(i) + " over " + boxes.get(k))
                        .isFalse();
            }
        }
        assertThat(layout.routes())
                .allSatisfy(route -> assertThat(route.points().size() % 3).isEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void anArrowEndsAtTheEdgeOfItsCard(Topology topology) {
        GraphLayout layout = layout(topology);
        for (Route route : layout.routes()) {
            Box to = layout.place(route.edge().to()).orElseThrow().box();
            Box end = new Box(
                    route.points().getLast().x(), route.points().getLast().y(), 0, 0);
            assertThat(to.grown(1).overlaps(end.grown(1))).isTrue();
        }
    }

    @Test
    void clientsStandLeftFollowersRightAndThoseBehindThemBelow() {
        GraphLayout layout = layout(Topologies.billing());
        Box proxy = box(layout, "haproxy-1");
        Box primary = box(layout, "pg-bill-1");
        Box slow = box(layout, "pg-bill-3");
        assertThat(proxy.right()).isLessThan(primary.x());
        assertThat(primary.right()).isLessThan(box(layout, "pg-bill-2").x());
        assertThat(slow.bottom()).isLessThan(box(layout, "pg-dr-1").y());
        assertThat(box(layout, "dwh").x()).isEqualTo(primary.x());
        assertThat(box(layout, "pg-bill-2").y())
                .as("the synchronous one stands first")
                .isLessThan(slow.y());
    }

    @Test
    void nothingMovesWhileOnlyNumbersChange() {
        Drawing first = Drawing.of(Topologies.billing(0), NO_HISTORY);
        Drawing later = first.next(Topologies.billing(20), NO_HISTORY);
        assertThat(boxes(later)).isEqualTo(boxes(first));
        assertThat(later.layout().routes())
                .extracting(Route::points)
                .isEqualTo(first.layout().routes().stream().map(Route::points).toList());
        assertThat(later.layout()
                        .route("pg-bill-1 physical pg-bill-3 ")
                        .orElseThrow()
                        .edge()
                        .card())
                .hasValueSatisfying(card -> assertThat(card.figure()).isEqualTo("32 MB"));
    }

    @Test
    void whoComesStandsBelowThoseWhoWereThere() {
        Topology before = Topologies.pair();
        Topology after = new Topologies()
                .node("shop-a", NodeRole.PRIMARY, "primary", Severity.NONE, "", "")
                .node("shop-0-first-by-name", NodeRole.STANDBY, "standby · sync", Severity.NONE, "", "")
                .node("shop-b", NodeRole.STANDBY, "standby · async", Severity.NONE, "", "")
                .link("shop-a", "shop-0-first-by-name", dev.watchkeeper.kernel.topology.LinkKind.PHYSICAL, 0, null)
                .link("shop-a", "shop-b", dev.watchkeeper.kernel.topology.LinkKind.PHYSICAL, 0, null)
                .built();
        Drawing drawn = Drawing.of(before, NO_HISTORY).next(after, NO_HISTORY);
        assertThat(box(drawn.layout(), "shop-b").y())
                .isLessThan(box(drawn.layout(), "shop-0-first-by-name").y());
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void canBePutIntoADocument(Topology topology) throws IOException {
        Block.Drawing drawing = ClusterDrawing.of(layout(topology));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new PdfReport(Clock.systemUTC()).write(document(topology), pdf);
        assertThat(pdf.size()).isPositive();
        assertThat(drawing.shapes())
                .hasSizeGreaterThanOrEqualTo(topology.nodes().size());
    }

    @Test
    void looksOfTheSentinelsDoNotCrossInWhateverOrderTheyCome() {
        Topology cluster = Topologies.redis();
        Topology turned = new Topology(cluster.nodes(), cluster.links().reversed(), cluster.slots(), cluster.alarms());
        List<Route> looks = layout(turned).routes().stream()
                .filter(route -> route.edge().from().startsWith("sentinel"))
                .sorted(Comparator.comparingDouble(
                        route -> route.points().getFirst().y()))
                .toList();

        assertThat(looks).hasSize(3);
        assertThat(looks).extracting(route -> route.points().getLast().y()).isSorted();
    }

    private static Document document(Topology topology) {
        Target target = Target.unsaved(
                "billing",
                new Endpoint(
                        Engine.POSTGRESQL, List.of(new HostPort("db", 5432)), "billing", "dba", new LinkedHashMap<>()));
        ReplicationScene scene = new ReplicationScene(
                new Snapshot<>(topology, Topologies.NOW, ServerVersion.parse("17.4"), Cost.NONE),
                Drawing.of(topology),
                Map.of());
        return TopologyDocument.of(
                scene.snapshot(),
                Optional.of(ClusterDrawing.of(scene.layout())),
                new Origin(target, "", ZoneOffset.UTC, "tester"));
    }

    @Test
    void aCurveShowsTheWorstOfEachMoment() {
        LagHistory history = new LagHistory();
        for (int tick = 0; tick < 400; tick++) {
            history.add(new Snapshot<>(
                    Topologies.billing(tick),
                    Topologies.NOW.plusSeconds(2L * tick),
                    ServerVersion.parse("17.4"),
                    Cost.NONE));
        }
        String link = "pg-bill-1 physical pg-bill-3 ";
        assertThat(history.of(link)).hasSizeBetween(299, 302);
        List<Double> trend = history.trend(link, java.time.Duration.ofMinutes(5), 40);
        assertThat(trend).hasSize(40).isSorted();
        assertThat(trend.getLast()).isEqualTo((12 + 399) * 1024.0 * 1024);
    }

    private static Box box(GraphLayout layout, String id) {
        return layout.place(id).map(Placed::box).orElseThrow();
    }

    private static List<Box> boxes(Drawing drawing) {
        return drawing.layout().placed().values().stream().map(Placed::box).toList();
    }
}
