package dev.watchkeeper.app.controls.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.robot.OnFx;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.app.shell.Theme;
import dev.watchkeeper.history.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class StackChartTest {
    private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
    private static final int BINS = 60;

    private TimeAxis axis;
    private StackChart chart;
    private Theme theme;

    @Start
    void start(Stage stage) {
        axis = new TimeAxis(ZoneOffset.UTC, NOW, Lookback.HOUR);
        chart = new StackChart("Time", axis, Measure.COUNT);
        // of the hour's minutes nobody saw 20 to 29
        List<Double> values = IntStream.range(0, BINS)
                .mapToObj(i -> i >= 20 && i < 30 ? Double.NaN : 1.0)
                .toList();
        chart.show(new Layers(
                NOW.minus(Duration.ofHours(1)),
                Duration.ofMinutes(1),
                List.of(
                        new Layers.Layer("one", Ink.LAYER_1, values),
                        new Layers.Layer(
                                "zero",
                                Ink.LAYER_2,
                                DoubleStream.of(new double[BINS]).boxed().toList()))));
        theme = new Theme(Theme.Choice.LIGHT);
        Scene scene = new Scene(new StackPane(chart), 800, 300);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private double x(int minute) {
        return chart.ruler().x(NOW.minus(Duration.ofMinutes(60L - minute)));
    }

    private Point2D at(int minute) {
        return OnFx.read(() -> chart.localToScreen(x(minute), 150));
    }

    private Color pixel(FxRobot robot, int minute) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = chart.snapshot(null, null));
        return image[0].getPixelReader().getColor((int) x(minute) + 5, (int) chart.getHeight() - 30);
    }

    @Test
    void aGapIsNotDrawnAsZeroAndTheColoursAreTheThemes(FxRobot robot) {
        Color blue = pixel(robot, 40);
        assertThat(blue).isEqualTo(Color.web("#4a7df0"));
        assertThat(pixel(robot, 25)).isNotEqualTo(blue);
        assertThat(chart.valueAt(0, NOW.minus(Duration.ofMinutes(35)))).isNaN();
        assertThat(chart.valueAt(1, NOW.minus(Duration.ofMinutes(5)))).isZero();
        robot.interact(() -> theme.choiceProperty().set(Theme.Choice.DARK));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(pixel(robot, 40)).isEqualTo(Color.web("#5b8def"));
    }

    @Test
    void oneSweepIsATheNextIsBAndAThirdBeginsAnew(FxRobot robot) {
        sweep(robot, 5, 15);
        assertThat(chosen(axis.aProperty().get())).isEqualTo("5–15");
        sweep(robot, 50, 40);
        assertThat(chosen(axis.aProperty().get())).isEqualTo("5–15");
        assertThat(chosen(axis.bProperty().get())).isEqualTo("40–50");
        sweep(robot, 20, 30);
        assertThat(chosen(axis.aProperty().get())).isEqualTo("20–30");
        assertThat(axis.bProperty().get()).isEmpty();
        robot.clickOn(at(35));
        assertThat(axis.aProperty().get()).isEmpty();
        assertThat(axis.momentProperty().get())
                .hasValueSatisfying(moment -> assertThat(Duration.between(NOW.minus(Duration.ofMinutes(25)), moment)
                                .abs())
                        .isLessThan(Duration.ofSeconds(20)));
        robot.type(KeyCode.ESCAPE);
        assertThat(axis.isChosen()).isFalse();
    }

    private void sweep(FxRobot robot, int from, int to) {
        robot.drag(at(from), MouseButton.PRIMARY).dropTo(at(to));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** In minutes of the hour; a pixel is five seconds. */
    private static String chosen(Optional<Interval> interval) {
        return interval.map(one -> minute(one.from()) + "–" + minute(one.to())).orElse("nothing");
    }

    private static long minute(Instant at) {
        return Math.round(Duration.between(NOW.minus(Duration.ofHours(1)), at).toSeconds() / 60.0);
    }

    @Test
    void theKeyboardSweepsZoomsAndPansToo(FxRobot robot) {
        robot.interact(chart::requestFocus);
        robot.type(KeyCode.HOME);
        robot.press(KeyCode.SHIFT)
                .type(KeyCode.RIGHT, 10)
                .release(KeyCode.SHIFT)
                .type(KeyCode.ENTER);
        assertThat(chosen(axis.aProperty().get())).isEqualTo("0–10");
        robot.type(KeyCode.ADD);
        assertThat(axis.visible()).isEqualTo(Interval.last(Duration.ofMinutes(40), NOW));
        robot.press(KeyCode.CONTROL).type(KeyCode.LEFT).release(KeyCode.CONTROL);
        assertThat(axis.visible().to()).isEqualTo(NOW.minus(Duration.ofMinutes(4)));
        assertThat(axis.followingProperty().get()).isFalse();
        robot.interact(() -> axis.now(NOW.plusSeconds(10)));
        assertThat(axis.visible().to()).isEqualTo(NOW.minus(Duration.ofMinutes(4)));
        robot.type(KeyCode.END);
        assertThat(axis.visible()).isEqualTo(Interval.last(Duration.ofMinutes(40), NOW.plusSeconds(10)));
    }
}
