package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.panes.backups.BackupsPaneFactory;
import dev.watchkeeper.app.recording.Pace;
import dev.watchkeeper.app.robot.OnFx;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.hosts.jobs.JobState;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.fault.FaultException;
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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
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

    @Test
    void aJobThatRunsIsToldInTheStatusBar(FxRobot robot, SharedLabs labs) throws Exception {
        Debian.needs("setsid");
        Jobs jobs = new Jobs(
                new LocalHost(Map.of("XDG_STATE_HOME", home.resolve("state").toString())), Clock.systemUTC());
        String id = jobs.start(new JobOrder("a long one", "billing", "sleep 600", Optional.empty()));
        try (OpenWindow open = open(robot, labs.primary(TOOLS))) {
            open.awaitsWords("1 job running");
            robot.interact(() -> open.button("#running-jobs").fire());
            open.awaitsWords("a long one");
            jobs.cancel(id);
            open.awaits("nothing runs", () -> !open.says("1 job running"));
        } finally {
            jobs.find(id).filter(job -> job.state() == JobState.RUNNING).ifPresent(job -> cancel(jobs, id));
        }
    }

    private static void cancel(Jobs jobs, String id) {
        try {
            jobs.cancel(id);
        } catch (FaultException e) {
            throw new AssertionError(e);
        }
    }

    /** The crontab of whoever runs the tests: left as it was. */
    @Test
    void aBackupByTheClockIsWrittenShownAndRemoved(FxRobot robot, SharedLabs labs) throws Exception {
        Debian.needs("pg_dump", "pg_restore", "crontab");
        String before = crontab();
        try (OpenWindow open = open(robot, labs.primary(TOOLS))) {
            open.awaitsWords("Scheduled");
            open.type(KeyCode.S);
            open.awaits("the dialog is there", () -> open.has("#backup-cron"));
            open.awaitsWords("Each day at 02:00 by the clock of this machine. Next");
            type(robot, "0 25 * * *");
            open.awaitsWords("“25” is no hour of cron's, in the second field");
            assertThat(OnFx.read(() -> open.button("#backup-go-on").isDisabled()))
                    .isTrue();
            type(robot, "59 23 31 12 *");
            open.awaitsWords("On the 31st of December at 23:59 by the clock of this machine. Next");
            open.type(KeyCode.ENTER);
            open.awaitsWords("Writes into the crontab on local, to run on the 31st of December at 23:59");
            robot.clickOn("#confirm");
            open.awaitsWords("On the 31st of December at 23:59, next Dec 31");
            assertThat(crontab())
                    .contains("59 23 31 12 * /bin/sh")
                    .contains("watchkeeper, billing: pg_dump of shop as shop_….dump");
            robot.interact(() -> removals(robot).iterator().next().requestFocus());
            open.type(KeyCode.SPACE);
            open.awaitsWords("What it has saved stays");
            robot.clickOn("#confirm");
            open.awaits("it is gone", () -> OnFx.read(() -> removals(robot).isEmpty()));
        }
        assertThat(crontab()).isEqualTo(before);
    }

    private static Set<Node> removals(FxRobot robot) {
        return robot.lookup((Node node) ->
                        String.valueOf(node.getAccessibleText()).startsWith("Remove from the clock: billing: "))
                .queryAll();
    }

    private static void type(FxRobot robot, String cron) {
        robot.interact(
                () -> robot.lookup("#backup-cron").queryTextInputControl().setText(cron));
    }

    private static String crontab() throws FaultException {
        return new LocalHost().run(Script.of("crontab -l 2>/dev/null")).text();
    }
}
