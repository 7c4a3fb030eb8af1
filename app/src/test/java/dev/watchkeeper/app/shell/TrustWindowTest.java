package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.panes.backups.BackupsPaneFactory;
import dev.watchkeeper.app.recording.Pace;
import dev.watchkeeper.app.robot.OnFx;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.lab.host.LabHost;
import dev.watchkeeper.lab.process.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Meeting a host in the window for the first time, and one that shows another key than before. */
@ExtendWith(WindowExtension.class)
@SuppressWarnings("NullAway.Init") // @Start and set up before each test
final class TrustWindowTest {
    @TempDir
    private Path home;

    private Stage stage;
    private LabHost host;
    private String line;

    @Start
    void start(Stage opened) {
        stage = opened;
    }

    @BeforeEach
    void begin() throws IOException {
        host = LabHost.start(home.resolve("host"), new FreePorts());
        Files.createDirectories(home.resolve("host/home/dumps"));
        Path file = home.resolve(".config/watchkeeper/connections.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "hosts:\n" + host.yaml("lab"));
        line = Files.readString(known());
    }

    @AfterEach
    void end() {
        host.close();
    }

    private Path known() {
        return home.resolve("host/known_hosts");
    }

    private OpenWindow open(FxRobot robot) throws Exception {
        Placement placement = new Placement(
                Optional.empty(),
                Optional.empty(),
                List.of(new BackupSource.Dumps(
                        "lab", home.resolve("host/home/dumps").toString())));
        return OpenWindow.on(
                robot,
                stage,
                home,
                "postgresql://nobody@127.0.0.1:1/none",
                Environment.DEVELOPMENT,
                List.of(new BackupsPaneFactory()),
                Pace.DEFAULT,
                placement);
    }

    @Test
    void anUnknownHostIsAskedAboutOnce(FxRobot robot) throws Exception {
        Files.delete(known());
        try (OpenWindow open = open(robot)) {
            open.awaits("it is asked", () -> open.has("#trust"));
            open.awaitsWords("Is this lab (127.0.0.1) port ");
            assertThat(open.says("/etc/ssh/ssh_host_ecdsa_key.pub")).isTrue();
            assertThat(OnFx.read(() ->
                            robot.lookup("#fingerprint").queryTextInputControl().getText()))
                    .matches("ECDSA SHA256:[A-Za-z0-9+/]{43}");
            robot.interact(() -> open.button("#trust").fire());
            open.awaitsWords("There is no backup");
            assertThat(Files.readString(known()).strip().split(" ", -1)[2])
                    .isEqualTo(line.strip().split(" ", -1)[2]);
            open.type(KeyCode.F5);
            open.awaits("all has answered", () -> !open.says("Asking the hosts"));
            assertThat(open.has("#trust")).isFalse();
        }
    }

    @Test
    void whoSaysNoComesInNowhere(FxRobot robot) throws Exception {
        Files.delete(known());
        try (OpenWindow open = open(robot)) {
            open.awaits("it is asked", () -> open.has("#trust"));
            open.type(KeyCode.ESCAPE);
            open.awaitsWords("is not known yet, and its key was not accepted");
            // jobs, backups and schedules are asked for at the same time, and again: nobody wants to say no each time
            open.type(KeyCode.F5);
            open.awaitsWords("What lab does by the clock is not known");
            assertThat(open.has("#trust")).isFalse();
            assertThat(known()).doesNotExist();
        }
    }

    @Test
    void aChangedKeyCanNotBeAccepted(FxRobot robot) throws Exception {
        try (LabHost other = LabHost.start(home.resolve("other"), new FreePorts())) {
            assertThat(other).isNotNull();
            String key = Files.readString(home.resolve("other/known_hosts")).split(" ", 2)[1];
            Files.writeString(known(), line.split(" ", 2)[0] + " " + key);
        }
        String before = Files.readString(known());
        try (OpenWindow open = open(robot)) {
            open.awaitsWords("has changed: known is ECDSA SHA256:");
            open.awaitsWords("Somebody may be in between");
            assertThat(open.has("#trust")).isFalse();
            assertThat(Files.readString(known())).isEqualTo(before);
        }
    }
}
