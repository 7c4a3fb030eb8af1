package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.panes.queries.QueriesPaneFactory;
import dev.watchkeeper.app.panes.slowlog.SlowlogPaneFactory;
import dev.watchkeeper.app.recording.Pace;
import dev.watchkeeper.app.robot.OnFx;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.app.serverlog.RawLine;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.redis.RedisServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The lines of a server's log in the window, followed, searched, and held still. */
@ExtendWith({WindowExtension.class, LabExtension.class})
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class LogLinesWindowTest {
    private static final Placement HERE = new Placement(Optional.empty(), Optional.of("local"), List.of());

    @TempDir
    Path home;

    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
    }

    @Test
    void linesAreFollowedSearchedAndHeldStill(FxRobot robot) throws Exception {
        try (Lab lab = Lab.start(LabPlan.primaryOnly(17));
                OpenWindow open = OpenWindow.on(
                        robot,
                        stage,
                        home,
                        lab.primary().uri(),
                        Environment.STAGING,
                        List.of(new QueriesPaneFactory()),
                        Pace.DEFAULT,
                        HERE)) {
            Path log = lab.primary().logFile();
            choose(robot, "#choice-log-lines");
            open.awaitsWords("server.log on local"
                    .replace("server.log", log.getFileName().toString()));
            for (int i = 1; i <= 500; i++) {
                append(
                        log,
                        "2026-11-30 23:00:00 UTC [1] %s:  line %d ends\n".formatted(i % 100 == 0 ? "ERROR" : "LOG", i));
            }
            append(log, "x".repeat(10 << 20) + "\nthe last\n");
            open.awaits("the last is seen", () -> sees(robot, "the last"));
            assertThat(open.says("10 MB in one line")).as("a long line is cut").isTrue();
            assertThat(sees(robot, "line 500 ends")).isTrue();
            assertThat(lines(robot)).anyMatch(line -> line.bytes() == 10 << 20);
            assertThat(open.says("Follows the end")).isTrue();

            robot.clickOn("#log-lines").type(KeyCode.HOME);
            open.awaits("it has left the end", () -> open.has("#log-lines-end") && open.says("Go to the end"));
            append(log, "one that comes meanwhile\n");
            open.awaitsWords("1 new line");
            assertThat(sees(robot, "one that comes meanwhile")).isFalse();

            open.type(KeyCode.SLASH);
            robot.write("LINE 4");
            open.awaits("only those that have it", () -> lines(robot).size() == 111);
            open.awaitsWords("111 of ");
            choose(robot, "#choice-all-lines");
            open.awaits("all again", () -> lines(robot).size() > 500);
            open.type(KeyCode.ENTER);
            open.awaits("the first of them", () -> chosen(robot).contains("line 4 ends"));
            open.type(KeyCode.ENTER);
            open.awaits("the next of them", () -> chosen(robot).contains("line 40 ends"));
            robot.clickOn("#log-lines-end");
            open.awaits("the newest is seen", () -> sees(robot, "one that comes meanwhile"));
            append(log, "and another\n");
            open.awaits("and what comes then", () -> sees(robot, "and another"));
        }
    }

    /** What comes in meanwhile may move it from under a pointer. */
    private static void choose(FxRobot robot, String chip) {
        robot.interact(() -> robot.lookup(chip).queryAs(ToggleButton.class).fire());
    }

    private static List<RawLine> lines(FxRobot robot) {
        return OnFx.read(() -> List.copyOf(list(robot).getItems()));
    }

    private static boolean sees(FxRobot robot, String text) {
        return OnFx.read(() -> robot.lookup(".log-lines .list-cell").queryAllAs(ListCell.class).stream()
                .filter(Node::isVisible)
                .anyMatch(cell ->
                        cell.getItem() instanceof RawLine line && line.text().contains(text)));
    }

    private static String chosen(FxRobot robot) {
        RawLine line = OnFx.read(() -> list(robot).getSelectionModel().getSelectedItem());
        return line == null ? "" : line.text();
    }

    @SuppressWarnings("unchecked")
    private static ListView<RawLine> list(FxRobot robot) {
        return (ListView<RawLine>) robot.lookup("#log-lines").queryAs(ListView.class);
    }

    private static void append(Path file, String text) throws Exception {
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    @Test
    void aRedisWarnsFirst(FxRobot robot, SharedLabs labs) throws Exception {
        RedisServer redis = labs.lab(LabPlan.primaryOnly(LabPlan.NEWEST).withRedis())
                .redis()
                .getFirst();
        redis.ask("CONFIG SET maxmemory 1"); // which it warns of
        redis.ask("CONFIG SET maxmemory 0");
        String uri = redis.member().uri();
        List<PaneFactory> panes = List.of(new SlowlogPaneFactory());
        try (OpenWindow open = OpenWindow.on(robot, stage, home, uri, Environment.STAGING, panes, Pace.DEFAULT, HERE)) {
            choose(robot, "#choice-server-log");
            open.awaits("it tells of warnings", () -> open.has("#choice-warnings") && open.says("warning"));
            open.awaitsWords("server.log on local");
            choose(robot, "#choice-warnings");
            open.awaits("only warnings are shown", () -> !open.says("Ready to accept"));
            choose(robot, "#choice-log-lines");
            open.awaits(
                    "its lines",
                    () -> lines(robot).stream().anyMatch(line -> line.text().contains("# WARNING")));
        }
        stage = OnFx.read(Stage::new);
        try (OpenWindow open = OpenWindow.on(robot, stage, home, uri, Environment.STAGING, panes)) {
            choose(robot, "#choice-server-log");
            open.awaitsWords("Write host: into its connection, in connections.yaml");
        }
    }
}
