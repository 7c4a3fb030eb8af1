package dev.watchkeeper.app.controls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.controls.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
    private static GraphNode node(String id) {
        return new GraphNode(id, id, "", id, Tone.NEUTRAL, false);
    }

    private static Graph graph(String... edges) {
        List<GraphEdge> arrows = Stream.of(edges)
                .map(edge -> edge.split(">"))
                .map(ends -> new GraphEdge(ends[0], ends[1], "", false))
                .toList();
        List<GraphNode> nodes = arrows.stream()
                .flatMap(edge -> Stream.of(edge.from(), edge.to()))
                .distinct()
                .map(LayoutTest::node)
                .toList();
        return new Graph(nodes, arrows, List.of());
    }

    private static Graph random(long seed) {
        Random random = new Random(seed);
        List<String> edges = new ArrayList<>();
        IntStream.range(1, 60).forEach(n -> {
            edges.add("n" + random.nextInt(Math.max(1, n / 2)) + ">n" + n);
            if (random.nextInt(4) == 0) {
                edges.add("n" + random.nextInt(60) + ">n" + n);
            }
        });
        edges.removeIf(edge -> edge.matches("(n\\d+)>\\1"));
        return graph(edges.stream().distinct().toArray(String[]::new));
    }

    private static void assertNothingOverlaps(GraphLayout layout) {
        List<Placed> all = List.copyOf(layout.placed().values());
        for (Placed one : all) {
            assertThat(one.y()).isGreaterThanOrEqualTo(0);
            assertThat(all)
                    .filteredOn(other -> !other.equals(one) && other.column() == one.column())
                    .allSatisfy(other -> assertThat(Math.abs(other.y() - one.y()))
                            .isGreaterThanOrEqualTo(Placed.HEIGHT + Placed.PILE));
        }
    }

    @Test
    void rootsStandLeftAndEverybodyRightOfAllBeforeHim() {
        GraphLayout layout = LayeredLayout.of(graph("a>b", "b>c", "a>c", "x>c", "x>y"));
        assertThat(layout.placed().values())
                .extracting(one -> one.node().id() + one.column())
                .containsExactlyInAnyOrder("a0", "b1", "c2", "x0", "y1");
    }

    @Test
    void aCycleIsCutAtItsFirstNode() {
        GraphLayout layout = LayeredLayout.of(graph("a>b", "b>c", "c>a"));
        assertThat(layout.placed().values()).extracting(Placed::column).containsExactly(0, 1, 2);
        assertThat(layout.routes()).hasSize(3);
    }

    @Test
    void theMoreImportantPartStandsAbove() {
        GraphLayout layout = LayeredLayout.of(graph("first>a", "first>b", "second>c", "third>d"));
        assertThat(List.of("first", "second", "third"))
                .extracting(id -> layout.place(id).orElseThrow().y())
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void cardsNeverOverlap(long seed) {
        assertNothingOverlaps(LayeredLayout.of(random(seed)));
    }

    @Test
    void aNewWaiterMovesNobody() {
        GraphLayout before = LayeredLayout.of(graph("a>b", "b>c", "b>d", "x>y"));
        GraphLayout after = StableLayout.next(before, graph("x>y", "x>new", "a>b", "b>c", "b>another", "b>d"));
        before.placed().forEach((id, was) -> {
            Placed now = after.place(id).orElseThrow();
            assertThat(now.x()).isEqualTo(was.x());
            assertThat(now.y()).isEqualTo(was.y());
        });
        assertNothingOverlaps(after);
    }

    @Test
    void whoTakesThePlaceOfOneThatLeftStandsThere() {
        GraphLayout before = LayeredLayout.of(graph("a>b", "b>c", "b>d"));
        GraphLayout after = StableLayout.next(before, graph("a>b", "b>c", "b>e"));
        assertThat(after.place("e").orElseThrow().y())
                .isEqualTo(before.place("d").orElseThrow().y());
    }

    static Stream<Long> seeds() {
        return Stream.of(11L, 12L, 13L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void throughManyChangesSurvivorsKeepTheirHeightAndNothingOverlaps(long seed) {
        GraphLayout layout = LayeredLayout.of(random(seed));
        for (long step = 1; step < 12; step++) {
            Graph next = random(seed * 31 + step);
            GraphLayout after = StableLayout.next(layout, next);
            assertNothingOverlaps(after);
            for (Placed was : layout.placed().values()) {
                after.place(was.node().id())
                        .filter(now -> now.column() == was.column())
                        .ifPresent(now -> assertThat(now.y()).isEqualTo(was.y()));
            }
            layout = after;
        }
    }
}
