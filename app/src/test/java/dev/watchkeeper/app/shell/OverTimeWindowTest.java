package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.panes.locks.LocksPaneFactory;
import dev.watchkeeper.app.panes.sessions.SessionsPaneFactory;
import dev.watchkeeper.app.robot.OnFx;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.story.Stories;
import dev.watchkeeper.lab.story.Story;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.workspace.WorkspaceFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What was recorded stands above the pane, today and when the window is opened again. */
@ExtendWith({LabExtension.class, WindowExtension.class})
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class OverTimeWindowTest {
    @TempDir
    Path home;

    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
    }

    private OpenWindow open(FxRobot robot, PostgresServer server) throws Exception {
        return OpenWindow.on(
                robot,
                stage,
                home,
                server.uri(),
                Environment.STAGING,
                List.of(new SessionsPaneFactory(), new LocksPaneFactory()));
    }

    /** What the legend says of this line; empty if it isn't drawn or its value is not known. */
    private static Optional<String> legend(FxRobot robot, String name) {
        return robot.lookup(".legend-row").queryAll().stream()
                .map(OverTimeWindowTest::words)
                .filter(words -> words.getFirst().equals(name))
                .map(List::getLast)
                .filter(value -> !value.equals("–"))
                .findFirst();
    }

    private static List<String> words(Node row) {
        return OnFx.read(() -> row.lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private static boolean isMarked(FxRobot robot, String words) {
        return robot.lookup(".time-chart .mark").queryAll().stream()
                .anyMatch(mark -> mark.isVisible()
                        && mark.getAccessibleText() != null
                        && mark.getAccessibleText().startsWith(words));
    }

    private static void toPane(FxRobot robot, KeyCode number) {
        robot.press(KeyCode.CONTROL).type(number).release(KeyCode.CONTROL);
    }

    @Test
    void whatWasRecordedIsThereAgainWhenTheWindowIsOpenedAgain(FxRobot robot, SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (Story queue = Stories.on(server).rowQueue(3).stage();
                OpenWindow open = open(robot, server)) {
            String blocker = Integer.toString(queue.holders().getFirst());
            open.awaits("the blocker is listed", () -> open.hasCell(blocker));
            assertThat(open.has(".over-time .time-chart"))
                    .as("closed until it is asked for")
                    .isFalse();
            open.type(KeyCode.O);
            open.awaits(
                    "the sessions are drawn",
                    () -> legend(robot, "idle in transaction").isPresent());
            robot.clickOn("At work, by wait event");
            open.awaits(
                    "the waits are drawn",
                    () -> legend(robot, "Lock: transactionid").isPresent());

            open.clickOnCell(blocker);
            open.type(KeyCode.K);
            open.awaitsWords("Terminate on billing?");
            robot.clickOn("#confirm");
            open.awaits("the queue runs on", () -> queue.ranOn() == 3);
            open.awaits("what was done is marked", () -> isMarked(robot, "terminate"));

            toPane(robot, KeyCode.DIGIT2);
            open.awaits("the other pane's strip is closed", () -> !open.says("At work, by wait event"));
            open.type(KeyCode.O);
            open.awaits("who waited is drawn", () -> legend(robot, "waiters").isPresent());
            toPane(robot, KeyCode.DIGIT1);
            open.awaits(
                    "the first one stayed as it was",
                    () -> legend(robot, "Lock: transactionid").isPresent());
            open.type(KeyCode.O);
            open.awaits("it is closed", () -> !open.says("At work, by wait event"));
        }
        try (OpenWindow again = open(robot, server)) {
            again.awaitsWords("connections; nobody waits for a lock");
            again.type(KeyCode.O);
            again.awaits(
                    "they are drawn again",
                    () -> legend(robot, "idle in transaction")
                            .filter(value -> !value.equals("0"))
                            .isPresent());
            assertThat(isMarked(robot, "terminate")).isTrue();
            toPane(robot, KeyCode.DIGIT2);
            again.type(KeyCode.O);
            again.awaits(
                    "who waited then is drawn, though nobody waits now",
                    () -> legend(robot, "waiters")
                            .filter(value -> !value.equals("0"))
                            .isPresent());
        }
    }

    @Test
    void aHistoryThatCannotBeOpenedSaysWhy(FxRobot robot, SharedLabs labs) throws Exception {
        WorkspaceFolder folder = WorkspaceFolder.of(Map.of(), System.getProperty("os.name"), home);
        Files.createDirectories(folder.history());
        try (OpenWindow open = open(robot, labs.primary())) {
            open.awaitsWords("connections; nobody waits for a lock");
            open.type(KeyCode.O);
            open.awaitsWords("The history " + folder.history() + " can't be opened");
            open.awaitsWords("What is recorded now is forgotten when the window is closed.");
        }
    }
}
