package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.panes.backups.BackupsPaneFactory;
import dev.watchkeeper.app.recording.Pace;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Backups made, checked and taken away from the window, of a real server with real tools. */
@ExtendWith({LabExtension.class, WindowExtension.class})
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class BackupsWindowTest {
    private static final int TOOLS = 15;

    @TempDir
    private Path home;

    private Stage stage;

    @Start
    void start(Stage opened) {
        stage = opened;
    }

    private OpenWindow open(FxRobot robot, PostgresServer server) throws Exception {
        Placement placement = new Placement(
                Optional.empty(),
                Optional.of(HostSpec.LOCAL),
                List.of(new BackupSource.Dumps(
                        HostSpec.LOCAL, home.resolve("dumps").toString())));
        return OpenWindow.on(
                robot,
                stage,
                home,
                server.uri(),
                Environment.DEVELOPMENT,
                List.of(new BackupsPaneFactory()),
                Pace.DEFAULT,
                placement);
    }

    @Test
    void aDumpIsMadeCheckedAndListed(FxRobot robot, SharedLabs labs) throws Exception {
        Debian.needs("pg_dump", "pg_restore", "setsid");
        Files.createDirectories(home.resolve("dumps"));
        try (OpenWindow open = open(robot, labs.primary(TOOLS))) {
            open.awaitsWords("Back up now…");
            robot.clickOn("Back up now…");
            open.awaits("the dialog is there", () -> open.has("#backup-go-on"));
            robot.clickOn("#backup-go-on");
            open.awaitsWords("Saves database shop");
            robot.clickOn("#confirm");
            open.awaits("the dump lies there, with what it is", () -> files().size() == 2);

            // the pane looks once a minute by itself
            open.type(KeyCode.F5);
            // room for the arrow of a chain
            String dump = "  " + files().getFirst();
            open.awaits("it is listed", () -> open.hasCell(dump));
            open.awaitsWords("list and full read");
            open.clickOnCell(dump);
            open.awaitsWords("Verify…");
            robot.clickOn("Verify…");
            open.awaitsWords("to its end with pg_restore");
            robot.clickOn("#confirm");
            open.awaits(
                    "its proof is kept",
                    () -> Files.readString(home.resolve("dumps").resolve(files().get(1)))
                                    .split("\"at\":", -1)
                                    .length
                            == 3);
        }
    }

    private List<String> files() throws java.io.IOException {
        try (Stream<Path> all = Files.list(home.resolve("dumps"))) {
            return all.map(one -> one.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void nothingIsMadeWithoutAConfirmation(FxRobot robot, SharedLabs labs) throws Exception {
        Debian.needs("pg_dump", "pg_restore");
        Files.createDirectories(home.resolve("dumps"));
        try (OpenWindow open = open(robot, labs.primary(TOOLS))) {
            open.awaitsWords("Back up now…");
            robot.clickOn("Back up now…");
            open.awaits("the dialog is there", () -> open.has("#backup-go-on"));
            robot.clickOn("#backup-go-on");
            open.awaitsWords("Saves database shop");
            open.type(KeyCode.ESCAPE);
            open.awaits("the dialog is gone", () -> !open.has("#confirm"));
            assertThat(files()).isEmpty();
        }
    }
}
