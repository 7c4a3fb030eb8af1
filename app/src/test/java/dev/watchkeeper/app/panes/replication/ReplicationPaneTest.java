package dev.watchkeeper.app.panes.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.app.shell.Theme;
import dev.watchkeeper.app.shell.Window;
import dev.watchkeeper.app.shell.WindowPrompt;
import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Topology;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The pane in the window, by keyboard, on a cluster that is made up. */
@ExtendWith(WindowExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class ReplicationPaneTest {
    @TempDir
    private Path home;

    private FxRobot robot;
    private Stage stage;
    private Workbench bench;
    private Window window;
    private FakeCluster cluster;

    @Start
    void start(Stage opened) {
        stage = opened;
    }

    private void open(FxRobot with, IntFunction<Topology> script) throws FaultException {
        robot = with;
        cluster = new FakeCluster(script);
        PaneFactory factory = new PaneFactory() {
            @Override
            public String name() {
                return "replication";
            }

            @Override
            public String title() {
                return "Replication";
            }

            @Override
            public String icon() {
                return "mdi2s-sitemap-outline";
            }

            @Override
            public boolean suits(Target target) {
                return true;
            }

            @Override
            public Pane open(PaneContext context) {
                return new ReplicationPane(context, cluster.of(context.target()));
            }
        };
        WindowPrompt prompt = new WindowPrompt();
        bench = Workbench.of(
                new Surroundings(Map.of("HOME", home.toString()), home, Clock.systemUTC(), ZoneOffset.UTC, "tester"),
                prompt,
                warning -> {});
        Target target = bench.resolve("postgresql://dba_ops@127.0.0.1:1/billing");
        robot.interact(() -> {
            window = new Window(bench, List.of(target), List.of(factory), new Theme(Theme.Choice.LIGHT), prompt);
            // the headless screen is no larger
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1000);
            stage.setHeight(940);
            window.show(stage);
            window.show(target);
        });
    }

    @AfterEach
    void close(FxRobot with) {
        with.interact(() -> window.close());
        cluster.close();
        bench.close();
    }

    private static void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come to this: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean says(String words) {
        return robot.lookup((Node node) -> node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().contains(words)
                        && isSeen(node))
                .tryQuery()
                .isPresent();
    }

    private static boolean isSeen(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private void awaits(String words) {
        until("the window says “" + words + "”", () -> says(words));
    }

    @Test
    void tellsTheWorstAndWalksThroughTheDrawingByKeyboard(FxRobot with) throws FaultException {
        open(with, Topologies::billing);
        awaits("1 primary, 3 standbys, 1 subscriber, 1 proxy; slot dr_frankfurt_old fills the disk");
        assertThat(says("inactive for 6 d 4 h")).isTrue();
        robot.type(KeyCode.A);
        awaits("pg-bill-1.example:5432");
        robot.type(KeyCode.G, KeyCode.RIGHT);
        awaits("pg-bill-1 → pg-bill-");
        assertThat(says("replayed")).isTrue();
        robot.type(KeyCode.RIGHT);
        awaits("pg-bill-2.example:5432");
        assertThat(says("Patroni manages it: switch over instead")).isTrue();
        assertThat(robot.lookup("#offer-promote").queryButton().isDisabled()).isTrue();
    }

    @Test
    void asksWhatHasToBeKnownBeforeSomethingIsDone(FxRobot with) throws FaultException {
        open(with, Topologies::billing);
        awaits("1 primary, 3 standbys");
        robot.type(KeyCode.A);
        until(
                "the offers are there",
                () -> robot.lookup("#offer-create-slot").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#offer-create-slot").queryButton().fire());
        until("it asks", () -> robot.lookup("#answer-name").tryQuery().isPresent());
        robot.eraseText(20).write("dr_new").type(KeyCode.ENTER);
        until("it is to be confirmed", () -> robot.lookup("#confirm").tryQuery().isPresent());
        assertThat(cluster.done()).isEmpty();
        robot.interact(() -> robot.lookup("#confirm").queryButton().fire());
        until("it is done", () -> !cluster.done().isEmpty());
        assertThat(cluster.done()).containsExactly("create-slot pg-bill-1 {name=dr_new, kind=physical}");
    }

    @Test
    void aSwitchoverIsToldStepByStepWhileTheWindowCanBeUsed(FxRobot with) throws FaultException {
        open(with, Topologies::billing);
        awaits("Switch over to pg-bill-2?");
        assertThat(cluster.preflown()).isEqualTo(1);
        assertThat(says("pg-bill-3 is no candidate: 41 MB behind, nofailover")).isTrue();
        robot.type(KeyCode.S);
        until("it is to be confirmed", () -> robot.lookup("#confirm").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#confirm").queryButton().fire());
        awaits("asked Patroni to switch over to pg-bill-2");
        assertThat(says("pg-bill-2 takes writes")).isFalse();
        robot.type(KeyCode.A);
        awaits("pg-bill-1.example:5432");
        cluster.goOn();
        awaits("pg-bill-2 takes writes");
        awaits("pg-bill-2 is the primary; writes were away for 2.1 s");
        awaits("Last time writes were away for 2.1 s");
    }

    @Test
    void whoIsOnlySeenByOthersIsEnteredAfterSayingWithWhosePassword(FxRobot with) throws FaultException {
        open(with, tick -> Topologies.twelve());
        awaits("2 subscribers, 2 pools");
        robot.type(KeyCode.G);
        for (int step = 0; step < 30 && !says("what other servers say of it"); step++) {
            robot.type(KeyCode.PAGE_DOWN);
            WaitForAsyncUtils.waitForFxEvents();
        }
        awaits("what other servers say of it");
        robot.type(KeyCode.ENTER);
        awaits("The user dba_ops and the password of");
        assertThat(cluster.lent()).isEmpty();
        robot.interact(() -> robot.lookup("#lend").queryButton().fire());
        until("it is let in", () -> !cluster.lent().isEmpty());
        assertThat(cluster.lent()).containsExactly("shop-report-1");
    }

    @Test
    void aSplitBrainIsUnmistakable(FxRobot with) throws FaultException {
        open(with, tick -> tick < 1 ? Topologies.pair() : Topologies.splitBrain());
        awaits("Split brain: 2 servers take writes");
        assertThat(says("has 32 MB since they parted at 0/9D000000")).isTrue();
    }
}
