package dev.watchkeeper.app.panes.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.app.robot.OnFx;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.app.shell.Theme;
import dev.watchkeeper.app.shell.Window;
import dev.watchkeeper.app.shell.WindowPrompt;
import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.action.AuditEntry;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.story.Stories;
import dev.watchkeeper.lab.story.Story;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The pane in the window, on a real server with staged trouble, driven by robot. */
@ExtendWith({LabExtension.class, WindowExtension.class})
@SuppressWarnings("NullAway.Init") // JUnit and @Start set them before every test
final class LocksPaneTest {
    @TempDir
    private Path home;

    private final SharedLabs labs;
    private Story queue;
    private Workbench bench;
    private Target target;
    private Window window;
    private Stage stage;

    LocksPaneTest(SharedLabs labs) {
        this.labs = labs;
    }

    @Start
    void start(Stage opened) {
        stage = opened;
    }

    @BeforeEach
    void open(FxRobot robot) throws FaultException, SQLException, IOException {
        queue = Stories.on(labs.primary()).rowQueue(8).stage();
        Surroundings here =
                new Surroundings(Map.of("HOME", home.toString()), home, Clock.systemUTC(), ZoneOffset.UTC, "tester");
        WindowPrompt prompt = new WindowPrompt();
        bench = Workbench.of(here, prompt, warning -> {});
        target = bench.resolve(labs.primary().member().uri());
        robot.interact(() -> {
            window = new Window(
                    bench, List.of(target), List.of(new LocksPaneFactory()), new Theme(Theme.Choice.LIGHT), prompt);
            // the headless screen is no larger
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1000);
            stage.setHeight(940);
            window.show(stage);
            window.show(target);
            window.showPane("locks");
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.close());
        bench.close();
        queue.close();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean isSeen(FxRobot robot, String text) {
        return robot.lookup((Labeled label) -> label.isVisible() && text.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }

    /** Waits until the first layouts are over: a robot aims once, and doesn't look again. */
    private static void restsAt(Node node) throws TimeoutException {
        AtomicReference<Bounds> before = new AtomicReference<>(placeOf(node));
        until(() -> {
            WaitForAsyncUtils.waitForFxEvents(20);
            Bounds now = placeOf(node);
            return now.equals(before.getAndSet(now));
        });
    }

    private static Bounds placeOf(Node node) {
        return OnFx.read(() -> node.localToScene(node.getLayoutBounds()));
    }

    private static boolean says(Labeled label, String beginning) {
        return label.getText() != null && label.getText().startsWith(beginning);
    }

    @Test
    void showsWhoBlocksWhomAndAClickOnTerminateFreesTheQueue(FxRobot robot) throws TimeoutException, FaultException {
        String root = Integer.toString(queue.holders().getFirst());
        until(() -> isSeen(robot, root + " app_rw"));
        // which of them the server lets wait first is its own business
        assertThat(queue.waiters()).anyMatch(waiter -> isSeen(robot, waiter + " app_rw"));
        assertThat(isSeen(robot, "Ending it frees 8 sessions.")).isTrue();

        restsAt(robot.lookup("Terminate…").queryButton());
        robot.clickOn("Terminate…");
        until(() -> robot.lookup("#confirm").tryQuery().isPresent());
        assertThat(queue.ranOn()).isZero();
        robot.clickOn("#confirm");

        until(() -> queue.ranOn() == 8);
        until(() -> isSeen(robot, "Nothing is blocked"));
        until(() -> !bench.audit().newest(1).isEmpty());
        assertThat(bench.audit().newest(1))
                .extracting(AuditEntry::action, AuditEntry::result)
                .containsExactly(tuple("terminate", "done"));
    }

    @Test
    void nothingCanBeDoneWhileOneLooksBack(FxRobot robot) throws TimeoutException {
        until(() -> isSeen(robot, "Ending it frees 8 sessions."));
        var terminate = robot.lookup("Terminate…").queryButton();
        robot.interact(() -> terminate.getScene().getRoot().requestFocus());
        // there is nothing to step back to before the second answer
        until(() -> {
            robot.type(KeyCode.COMMA);
            return robot.lookup((Labeled label) -> label.isVisible() && says(label, "You look back at"))
                    .tryQuery()
                    .isPresent();
        });
        assertThat(terminate.isDisabled()).isTrue();
        robot.type(KeyCode.L);
        until(() -> !terminate.isDisabled());
    }
}
