package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.story.Stories;
import dev.watchkeeper.lab.story.Story;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith({LabExtension.class, WindowExtension.class})
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class SessionsWindowTest {
    @TempDir
    Path home;

    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
    }

    @Test
    void endingTheBlockerFreesTheQueue(FxRobot robot, SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (Story queue = Stories.on(server).rowQueue(4).stage();
                OpenWindow open = OpenWindow.on(robot, stage, home, server, Environment.PRODUCTION)) {
            String blocker = Integer.toString(queue.holders().getFirst());
            String waiter = Integer.toString(queue.waiters().getFirst());
            open.awaits("the staged sessions are listed", () -> open.hasCell(blocker) && open.hasCell(waiter));

            robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
            robot.write(blocker);
            open.awaits("the filter leaves the blocker alone", () -> open.hasCell(blocker) && !open.hasCell(waiter));

            open.clickOnCell(blocker);
            open.awaitsWords("Ending it frees 4 sessions.");
            open.type(KeyCode.K);
            open.awaitsWords("Terminate on billing?");
            assertThat(open.says("4 sessions get free")).isTrue();
            assertThat(queue.stands())
                    .as("nothing is done before it is confirmed")
                    .isTrue();
            robot.clickOn("#confirm");
            open.awaitsWords("Gone after");
            open.awaits("the queue runs on", () -> queue.ranOn() == 4);
            assertThat(open.says("terminate: "))
                    .as("the status bar tells it too")
                    .isTrue();
        }
    }

    @Test
    void onProductionManyAreOnlyEndedByTypingTheName(FxRobot robot, SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (Story queue = Stories.on(server).rowQueue(2).stage();
                OpenWindow open = OpenWindow.on(robot, stage, home, server, Environment.PRODUCTION)) {
            String blocker = Integer.toString(queue.holders().getFirst());
            String waiter = Integer.toString(queue.waiters().getFirst());
            open.awaits("the staged sessions are listed", () -> open.hasCell(blocker) && open.hasCell(waiter));
            open.clickOnCell(blocker);
            robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
            open.type(KeyCode.K);
            open.awaitsWords("This is production. Type billing to go on:");
            assertThat(open.button("#confirm").isDisabled()).isTrue();
            robot.clickOn("#confirm-name").write("billin");
            assertThat(open.button("#confirm").isDisabled()).isTrue();
            robot.write("g");
            open.awaits("the name was typed", () -> !open.button("#confirm").isDisabled());
            open.type(KeyCode.ESCAPE);
            open.awaits("the dialog is gone", () -> !open.says("This is production"));
            assertThat(queue.stands()).isTrue();
        }
    }

    @Test
    void aServerThatGoesAwayIsSaidToBeStaleUntilItIsBack(FxRobot robot, SharedLabs labs) throws Exception {
        PostgresServer server = labs.lab(LabPlan.primaryOnly(LabPlan.NEWEST).setting("cluster_name", "restarted"))
                .primary();
        try (Story idle = Stories.on(server).idleSessions(2, 50).stage();
                OpenWindow open = OpenWindow.on(robot, stage, home, server, Environment.STAGING)) {
            open.awaitsWords("connections; nobody waits for a lock");
            assertThat(idle.stands()).isTrue();
            assertThat(open.says("What you see is of")).isFalse();
            server.stop();
            try {
                open.awaitsWords("What you see is of");
                assertThat(open.says("off since")).isTrue();
                assertThat(robot.lookup(".table-row-cell").queryAll()).isNotEmpty();
            } finally {
                server.start();
            }
            open.awaits("the banner goes away by itself", () -> !open.says("What you see is of"));
        }
    }
}
