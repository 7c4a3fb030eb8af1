package dev.watchkeeper.app.panes.locks.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.graph.GraphEdge;
import dev.watchkeeper.app.controls.graph.GraphNode;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.LockMode;
import dev.watchkeeper.postgres.locks.Party;
import dev.watchkeeper.postgres.sessions.SessionState;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForestPictureTest {
    private static ForestPicture draw(BlockingForest forest) {
        return ForestPicture.of(forest, Forests.NOW, ZoneOffset.UTC);
    }

    private static GraphNode node(ForestPicture picture, String id) {
        return picture.graph().nodes().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRowQueueOf800IsFourCards() {
        ForestPicture picture = draw(new Forests().rowQueue(800).grow());
        assertThat(picture.graph().nodes())
                .extracting(GraphNode::title, GraphNode::subtitle, GraphNode::tone)
                .containsExactly(
                        tuple("40318 app_rw", "idle in tx · 4 min 12 s", Tone.RED),
                        tuple("1000 app_rw", "UPDATE · 4 min 2 s", Tone.AMBER),
                        tuple("1200 app_rw", "waits 4 min 1 s", Tone.NEUTRAL),
                        tuple("+ 798 sessions", "same row, orders", Tone.NEUTRAL));
        assertThat(picture.graph().edges())
                .extracting(GraphEdge::from, GraphEdge::label, GraphEdge::dashed)
                .containsExactly(
                        tuple("pid:40318", "tx", false), tuple("pid:1000", "row", false), tuple("pid:1000", "", false));
    }

    @Test
    void readersBehindAnAlterQueueWithDashedEdgesForItsSakeOnly() {
        ForestPicture picture = draw(new Forests()
                .alterWithReaders(299)
                .waits(6000, "migrator", 5, Forests.TABLE, LockMode.ACCESS_EXCLUSIVE, "DROP TABLE invoices")
                .hard(6000, 41002)
                .soft(6000, 42290)
                .soft(5298, 6000)
                .grow());
        assertThat(picture.graph().edges())
                .filteredOn(GraphEdge::dashed)
                .extracting(GraphEdge::from)
                .containsOnly("pid:42290");
        assertThat(picture.graph().edges()).contains(new GraphEdge("pid:41002", "pid:6000", "", false));
        assertThat(node(picture, "pid:42290").subtitle()).isEqualTo("ALTER TABLE · 2 min 40 s");
    }

    @Test
    void aBlockerInTheMiddleNeverFoldsAway() {
        Forests forests = new Forests().alterWithReaders(20);
        forests.waits(9000, "worker", 3, Forests.ROW, LockMode.EXCLUSIVE, "DELETE FROM orders")
                .hard(9000, 5007);
        ForestPicture picture = draw(forests.grow());
        assertThat(node(picture, "pid:5007").tone()).isEqualTo(Tone.AMBER);
        assertThat(picture.nodeOf(Party.session(9000))).contains("pid:9000");
        assertThat(picture.graph().nodes())
                .filteredOn(GraphNode::stacked)
                .extracting(GraphNode::title)
                .containsExactly("+ 18 sessions");
    }

    @Test
    void aWaiterBehindTwoHasBothEdges() {
        ForestPicture picture = draw(new Forests()
                .alterWithReaders(0)
                .holds(41003, "bi", SessionState.ACTIVE, 30, Forests.TABLE, LockMode.ACCESS_SHARE, "SELECT 1")
                .hard(42290, 41003)
                .grow());
        assertThat(picture.graph().edges())
                .extracting(GraphEdge::from, GraphEdge::to)
                .containsExactlyInAnyOrder(tuple("pid:41002", "pid:42290"), tuple("pid:41003", "pid:42290"));
    }

    @Test
    void manyRootsInTheWayOfTheSameOneAreAPile() {
        Forests forests = new Forests().alterWithReaders(0);
        for (int pid = 100; pid < 140; pid++) {
            forests.holds(pid, "bi", SessionState.ACTIVE, 9, Forests.TABLE, LockMode.ACCESS_SHARE, "SELECT 1")
                    .hard(42290, pid);
        }
        ForestPicture picture = draw(forests.grow());
        assertThat(picture.graph().nodes())
                .extracting(GraphNode::title)
                .containsExactlyInAnyOrder("41002 reporting", "+ 40 sessions", "42290 migrator");
        assertThat(picture.graph().nodes())
                .filteredOn(GraphNode::stacked)
                .extracting(GraphNode::tone)
                .containsExactly(Tone.RED);
    }

    @Test
    void aCycleIsDrawnWithoutEnd() {
        ForestPicture picture = draw(new Forests()
                .waits(1, "a", 1, Forests.TX, LockMode.SHARE, "UPDATE a")
                .waits(2, "b", 1, Forests.ROW, LockMode.EXCLUSIVE, "UPDATE b")
                .hard(1, 2)
                .hard(2, 1)
                .grow());
        assertThat(picture.graph().edges()).hasSize(2);
        assertThat(picture.graph().nodes()).hasSize(2);
    }

    @Test
    void aPreparedTransactionHasNoSession() {
        ForestPicture picture = draw(new Forests()
                .prepared("tx_8812", 1912)
                .waits(42850, "app_rw", 48, Forests.TX, LockMode.SHARE, "UPDATE orders")
                .edge(Party.session(42850), Party.prepared("tx_8812"), false)
                .grow());
        assertThat(node(picture, "gid:tx_8812"))
                .extracting(GraphNode::title, GraphNode::subtitle, GraphNode::tone)
                .containsExactly("prepared tx_8812", "since 13:58 · no session", Tone.RED);
        assertThat(picture.graph().edges()).containsExactly(new GraphEdge("gid:tx_8812", "pid:42850", "tx", false));
    }

    @Test
    void unfoldingShowsMoreOfAPileUnderTheSameIds() {
        BlockingForest forest = new Forests().rowQueue(100).grow();
        String pile = draw(forest).nodeOf(Party.session(1050)).orElseThrow();
        ForestPicture unfolded = ForestPicture.of(
                forest,
                DrawnQueue.of(forest),
                forest.roots(Forests.NOW),
                new MemberText(Forests.NOW, ZoneOffset.UTC),
                Map.of(pile, 10));
        assertThat(unfolded.graph().nodes()).hasSize(2 + 11 + 1);
        assertThat(node(unfolded, pile).title()).isEqualTo("+ 88 sessions");
    }
}
