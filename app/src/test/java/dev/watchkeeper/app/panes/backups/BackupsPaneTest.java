package dev.watchkeeper.app.panes.backups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.panes.backups.timeline.RecoveryChart;
import dev.watchkeeper.app.robot.OnFx;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.app.shell.Theme;
import dev.watchkeeper.app.shell.Window;
import dev.watchkeeper.app.shell.WindowPrompt;
import dev.watchkeeper.app.workbench.ScheduleBoard;
import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.schedule.Clockwork;
import dev.watchkeeper.backup.schedule.HostSchedules;
import dev.watchkeeper.backup.schedule.Keeper;
import dev.watchkeeper.backup.schedule.LastRun;
import dev.watchkeeper.backup.schedule.Schedule;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.Target;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The pane in the window, by keyboard, on catalogs that are made up. */
@ExtendWith(WindowExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class BackupsPaneTest {
    private static final Placement PLACEMENT =
            new Placement(Optional.empty(), Optional.empty(), List.of(Catalogs.REPO, Catalogs.DUMPS));

    @TempDir
    private Path home;

    private FxRobot robot;
    private Stage stage;
    private Workbench bench;
    private Window window;
    private final FakeDeeds deeds = new FakeDeeds();
    private final AtomicInteger asked = new AtomicInteger();

    @Start
    void start(Stage opened) {
        stage = opened;
    }

    private void open(FxRobot with, Placement placement, IntFunction<Catalog> script) throws FaultException {
        robot = with;
        PaneFactory factory = new PaneFactory() {
            @Override
            public String name() {
                return "backups";
            }

            @Override
            public String title() {
                return "Backups";
            }

            @Override
            public String icon() {
                return "mdi2a-archive-outline";
            }

            @Override
            public boolean suits(Target target) {
                return true;
            }

            @Override
            public Pane open(PaneContext context) {
                return new BackupsPane(context, () -> script.apply(asked.getAndIncrement()), deeds);
            }
        };
        WindowPrompt prompt = new WindowPrompt();
        bench = Workbench.of(
                new Surroundings(Map.of("HOME", home.toString()), home, Clock.systemUTC(), ZoneOffset.UTC, "tester"),
                prompt,
                warning -> {});
        Target plain = bench.resolve("postgresql://dba_ops@pg-bill-1/billing");
        Target target = new Target(
                "billing",
                plain.endpoint(),
                Environment.DEVELOPMENT,
                plain.password(),
                false,
                List.of(),
                plain.pool(),
                placement);
        robot.interact(() -> {
            window = new Window(bench, List.of(target), List.of(factory), new Theme(Theme.Choice.LIGHT), prompt);
            // the headless screen is no larger
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1280);
            stage.setHeight(980);
            window.show(stage);
            window.show(target);
        });
    }

    @AfterEach
    void close(FxRobot with) {
        with.interact(() -> window.close());
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

    private RecoveryChart chart() {
        return robot.lookup((Node node) -> node instanceof RecoveryChart).query();
    }

    private int rows() {
        TableView<?> table =
                robot.lookup((Node node) -> node instanceof TableView<?>).query();
        return table.getItems().size();
    }

    @Test
    void saysFirstWhatCanBeHadAndWhatIsMissing(FxRobot with) throws FaultException {
        open(with, PLACEMENT, tick -> Catalogs.billing());
        awaits("every second since Nov 13");
        assertThat(says("14 of 30 kept; Nov 16 failed")).isTrue();
        assertThat(says("not measured yet")).isTrue();
        assertThat(says("2.1 TB free · 22 days at this rate")).isTrue();
        assertThat(says("its clock is 9.4 s ahead")).isTrue();
        assertThat(says("failed: repository full")).isTrue();
        // two rules are not kept: that is on the tab
        assertThat(robot.lookup(".pane-tab .badge").<Labeled>query().getText()).isEqualTo("2");
    }

    @Test
    void aMomentIsChosenByKeysAndTellsHowToGetThere(FxRobot with) throws FaultException {
        open(with, PLACEMENT, tick -> Catalogs.billing());
        awaits("every second since Nov 13");
        robot.type(KeyCode.L);
        awaits("14:29:50 can be had");
        awaits("From 20261120-020004F, …_20261120-110004I, then 3 h 29 min of WAL, on timeline 7");
        assertThat(chart().isFocused()).isTrue();
        assertThat(chart().getAccessibleText()).contains("can be had. From 20261120-020004F");
        robot.type(KeyCode.G);
        awaits("Nov 12 03:10:13 can't be had");
        awaits("2 segments are missing from the archive");
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        awaits("Nov 12 03:10:12 can be had");
        robot.type(KeyCode.B);
        awaits("Go to what it builds on");
        assertThat(says("20261112-020004F_20261112-030004I")).isTrue();
        robot.type(KeyCode.ESCAPE);
        awaits("Policy");
    }

    @Test
    void aClickOnABackupSelectsItAndItsDeedsAreOffered(FxRobot with) throws FaultException {
        open(with, PLACEMENT, tick -> Catalogs.billing());
        awaits("every second since Nov 13");
        until("the table has rows", () -> rows() > 5);
        int before = rows();
        robot.clickOn(robot.lookup((Node node) -> node instanceof TableCell<?, ?> cell
                        && String.valueOf(cell.getText()).endsWith(" 20261120-020004F"))
                .<Node>query());
        awaits("expires with the 31st full one");
        assertThat(says("3 backups build on it")).isTrue();
        robot.type(KeyCode.LEFT);
        until("the chain is closed", () -> rows() == before - 3);
        robot.type(KeyCode.RIGHT);
        until("the chain is open", () -> rows() == before);
        robot.type(KeyCode.V);
        until("it is verified", () -> deeds.done().contains("verify 20261120-020004F"));
        assertThat(robot.lookup("#deed-retention").queryButton().isDisabled()).isTrue();
    }

    @Test
    void whatRunsIsToldAndItsEndIsReadAtOnce(FxRobot with) throws FaultException {
        open(with, PLACEMENT, tick -> Catalogs.billing());
        awaits("every second since Nov 13");
        robot.interact(() -> deeds.jobs(List.of(FakeDeeds.job(BackupDeeds.Job.State.RUNNING))));
        awaits("64 %");
        assertThat(says("full backup of billing · 6 min left")).isTrue();
        Node cancel = cancelButton();
        robot.interact(() -> deeds.jobs(List.of(FakeDeeds.job(BackupDeeds.Job.State.RUNNING, "5 min left"))));
        awaits("full backup of billing · 5 min left");
        assertThat(cancelButton()).as("it may be under the pointer").isSameAs(cancel);
        int before = asked.get();
        robot.interact(() -> deeds.jobs(List.of(FakeDeeds.job(BackupDeeds.Job.State.DONE))));
        until("the catalog is read again", () -> asked.get() > before);
        awaits("backup-1 · 14:29, took 11 min");
    }

    private Node cancelButton() {
        return robot.lookup((Node node) -> "Cancel full backup of billing".equals(node.getAccessibleText()))
                .query();
    }

    @Test
    void aSourceThatFallsSilentKeepsWhatItHad(FxRobot with) throws FaultException {
        Fault fault = new Fault(FaultKind.UNREACHABLE, "backup-1 does not answer", "Look whether it is up");
        open(
                with,
                PLACEMENT,
                tick -> tick == 0
                        ? Catalogs.billing()
                        : Catalogs.without(Catalogs.billing(), Catalogs.REPO, fault, Catalogs.NOW.plusSeconds(60)));
        awaits("every second since Nov 13");
        int before = rows();
        robot.type(KeyCode.F5);
        awaits("pgBackRest main on backup-1: backup-1 does not answer");
        awaits("not all of 1 source could be read");
        assertThat(says("Look whether it is up What is shown of it is of Nov 20 14:29:53"))
                .isTrue();
        assertThat(rows()).isEqualTo(before);
        assertThat(says("not seen this time")).isTrue();
        assertThat(says("every second since Nov 13")).isTrue();
        assertThat(says("gap on Nov 12, 03:10")).isTrue();
    }

    @Test
    void whileItReadsTheWindowCanBeUsed(FxRobot with) throws FaultException {
        CountDownLatch slow = new CountDownLatch(1);
        open(with, PLACEMENT, tick -> {
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Catalogs.crowded();
        });
        awaits("reading 2 sources…");
        slow.countDown();
        awaits("4,969 backups");
        until("folded", () -> rows() < 300);
        // a filter looks into all of them
        robot.interact(() -> robot.lookup(".field-box .text-field").<TextField>queryAll().stream()
                .filter(field -> field.getPromptText().startsWith("name"))
                .forEach(field -> field.setText("incr")));
        until("all incremental ones", () -> rows() == 207 * 23);
    }

    @Test
    void whoHasSaidNothingIsToldWhatToWrite(FxRobot with) throws FaultException {
        open(with, Placement.NONE, tick -> Catalogs.empty());
        awaits("Nobody has said where backups of billing lie");
        assertThat(says("- {engine: pgbackrest, host: backup-1, stanza: main}")).isTrue();
        robot.type(KeyCode.Y);
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).contains("engine: pg_basebackup"));
        assertThat(asked.get()).isZero();
    }

    @Test
    void whenNothingIsThereItSaysSo(FxRobot with) throws FaultException {
        open(with, PLACEMENT, tick -> Catalogs.empty());
        awaits("There is no backup");
        assertThat(says("everything")).isTrue();
    }

    private static Schedule schedule(String host, String what, Optional<String> id, Optional<LastRun> last) {
        return new Schedule(
                host,
                "crontab of postgres",
                "0 2 * * *",
                Optional.empty(),
                what,
                what,
                id,
                Optional.of(Instant.parse("2026-11-21T01:00:00Z")),
                last);
    }

    @Test
    void whatTheHostsDoByTheClockIsToldAndOurOwnCanBeRemoved(FxRobot with) throws FaultException {
        open(with, PLACEMENT, tick -> Catalogs.billing());
        awaits("Asking the hosts what they do by the clock…");
        until("they are asked", () -> OnFx.read(deeds::looks) > 0);
        Clockwork berlin = new Clockwork(Set.of(Keeper.CRON), true, ZoneId.of("Europe/Berlin"));
        LastRun failed = new LastRun(Optional.of(Instant.parse("2026-11-20T01:00:00Z")), Optional.of("status 3"));
        Fault fault = new Fault(FaultKind.UNREACHABLE, "pg-bill-1 does not answer", "Look whether it is up");
        robot.interact(() -> deeds.schedules(new ScheduleBoard.Seen(
                List.of(new HostSchedules(
                        "backup-1",
                        berlin,
                        List.of(
                                schedule("backup-1", "pgbackrest backup", Optional.empty(), Optional.empty()),
                                schedule("backup-1", "dump of billing", Optional.of("0a-1b"), Optional.of(failed))))),
                Map.of("pg-bill-1", fault))));
        awaits("What pg-bill-1 does by the clock is not known");
        assertThat(says("pg-bill-1 does not answer")).isTrue();
        assertThat(says("pgbackrest backup")).isTrue();
        // the clock there is not the one here
        assertThat(says("Each day at 02:00 (Europe/Berlin), next Nov 21 01:00")).isTrue();
        assertThat(says("failed last time, Nov 20 01:00: status 3")).isTrue();
        assertThat(robot.lookup((Node node) ->
                                "Remove from the clock: pgbackrest backup".equals(node.getAccessibleText()))
                        .tryQuery())
                .as("somebody else wrote that")
                .isEmpty();
        Node remove = robot.lookup(
                        (Node node) -> "Remove from the clock: dump of billing".equals(node.getAccessibleText()))
                .query();
        robot.interact(remove::requestFocus);
        robot.type(KeyCode.SPACE);
        until("it is asked for", () -> deeds.done().contains("remove 0a-1b"));
        robot.type(KeyCode.S);
        until("it is begun", () -> deeds.done().contains("schedule"));
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("remove from the clock");
        awaits("Remove from the clock: dump of billing, each day at 02:00, on backup-1…");
        robot.type(KeyCode.ENTER);
        until(
                "by the palette too",
                () -> deeds.done().stream().filter("remove 0a-1b"::equals).count() == 2);
    }
}
