package dev.watchkeeper.app.overtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.robot.OnFx;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.app.shell.Theme;
import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Lease;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.history.sqlite.SqliteHistory;
import dev.watchkeeper.kernel.fault.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class OverTimeStripTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    private final HistoryStore store = SqliteHistory.inMemory(NOON);
    /** What is to be read, and was not begun. */
    private final Deque<Runnable> background = new ArrayDeque<>();

    private OverTimeStrip strip;

    @Start
    void start(Stage stage) throws Exception {
        store.write(Batch.of("billing")
                .withPoints(List.of(
                        new Point(Metric.LOCK_WAITERS, "", NOON.instant().minusSeconds(1800), 7),
                        new Point(Metric.WAL_RATE, "", NOON.instant().minusSeconds(1800), 2048))));
        strip = new OverTimeStrip(
                List.of(
                        OverTime.line("Waiters", "Nobody looked then", Metric.LOCK_WAITERS),
                        OverTime.line("WAL", "It wrote none then", Metric.WAL_RATE)),
                new Kept(),
                new OverTimeStrip.Hands(NOON, background::add, Runnable::run));
        Scene scene = new Scene(new VBox(strip, new Region()), 900, 400);
        new Theme(Theme.Choice.LIGHT).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(strip::close);
        store.close();
    }

    private final class Kept implements Past {
        @Override
        public String target() {
            return "billing";
        }

        @Override
        public HistoryReader history() {
            return store;
        }

        @Override
        public Optional<Fault> fault() {
            return Optional.empty();
        }

        @Override
        public Optional<Lease> otherRecorder() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> since() {
            return Optional.empty();
        }
    }

    private void read(FxRobot robot) {
        robot.interact(() -> {
            while (!background.isEmpty()) {
                background.remove().run();
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean says(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof Label label && words.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }

    @Test
    void nothingIsReadUntilItIsOpenAndSeen(FxRobot robot) {
        robot.interact(() -> strip.openProperty().set(true));
        assertThat(background).as("nobody sees it").isEmpty();
        robot.interact(() -> strip.seen(true));
        assertThat(background).hasSize(1);
        read(robot);
        assertThat(strip.drawnProperty().get()).isTrue();
        assertThat(says(robot, "7")).isTrue();
        robot.interact(() -> strip.openProperty().set(false));
        robot.interact(() -> strip.open("WAL"));
        read(robot);
        assertThat(says(robot, "2.0 KB/s")).isTrue();
        robot.interact(() -> {
            strip.seen(false);
            strip.open("Waiters");
        });
        assertThat(background).as("nobody sees it any more").isEmpty();
    }

    @Test
    void whatIsSweptIsShownLargerAndReadAnew(FxRobot robot) {
        robot.interact(() -> {
            strip.seen(true);
            strip.openProperty().set(true);
        });
        read(robot);
        assertThat(hour(robot).isSelected()).isTrue();
        Node chart = robot.lookup(".time-chart").query();
        Point2D from = OnFx.read(() -> chart.localToScreen(100, 80));
        robot.moveTo(from).press(MouseButton.PRIMARY);
        robot.moveTo(from.add(60, 0)).moveTo(from.add(120, 0)).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(hour(robot).isSelected()).as("an hour is shown").isFalse();
        assertThat(background).hasSize(1);
        read(robot);
        assertThat(strip.drawnProperty().get()).isTrue();
        robot.clickOn(hour(robot));
        assertThat(hour(robot).isSelected()).isTrue();
        assertThat(background).hasSize(1);
    }

    private static ToggleButton hour(FxRobot robot) {
        return robot.lookup("1 h").queryAs(ToggleButton.class);
    }
}
