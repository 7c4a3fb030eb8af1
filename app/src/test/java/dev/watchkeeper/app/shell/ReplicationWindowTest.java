package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.panes.replication.ReplicationPaneFactory;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith({LabExtension.class, WindowExtension.class})
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class ReplicationWindowTest {
    @TempDir
    Path home;

    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
    }

    @Test
    void fromAStandbyAloneTheClusterIsDrawnAndItsReplayPausedAndResumed(FxRobot robot, SharedLabs labs)
            throws Exception {
        Lab lab = labs.topology();
        PostgresServer standby = lab.server(MemberRole.SYNCHRONOUS_STANDBY);
        try (OpenWindow open = OpenWindow.on(
                robot, stage, home, standby.uri(), Environment.DEVELOPMENT, List.of(new ReplicationPaneFactory()))) {
            open.awaitsWords("1 primary, 3 standbys, 1 subscriber");
            robot.type(KeyCode.G);
            String address = standby.host() + ":" + standby.port();
            open.awaits("the standby is walked to", () -> {
                if (open.says(address)) {
                    return true;
                }
                robot.type(KeyCode.PAGE_DOWN);
                return false;
            });
            open.awaits("it can be paused", () -> open.has("#offer-pause-replay"));
            robot.interact(() -> open.button("#offer-pause-replay").fire());
            open.awaitsWords("Pause replay on billing?");
            robot.interact(() -> open.button("#confirm").fire());
            open.awaitsWords("replay is paused");
            open.awaits("it can go on", () -> open.has("#offer-resume-replay"));
            robot.interact(() -> open.button("#offer-resume-replay").fire());
            open.awaitsWords("Resume replay on billing?");
            robot.interact(() -> open.button("#confirm").fire());
            open.awaits("it goes on", () -> open.has("#offer-pause-replay") && !open.says("replay is paused"));
            assertThat(open.says("Split brain")).isFalse();
        }
    }
}
