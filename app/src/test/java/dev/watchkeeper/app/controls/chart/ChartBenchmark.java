package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.app.bench.Findings;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.app.shell.Theme;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What new data, and a step of zooming, take on the FX thread: 2000 bins of 8 layers with legend, ticks and marks. */
@ExtendWith(WindowExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
class ChartBenchmark {
    private static final int BINS = 2000;
    private static final int ROUNDS = 120;
    private static final int WARM_UP = 40;
    private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");

    private final Random random = new Random(1);
    private TimeAxis axis;
    private StackChart chart;
    private Scene scene;

    @Start
    void start(Stage stage) {
        axis = new TimeAxis(ZoneOffset.UTC, NOW, Lookback.DAY);
        chart = new StackChart("Time", axis, Measure.MILLIS_PER_SECOND);
        chart.legend().setPrefWidth(250);
        chart.setPrefSize(740, 200);
        scene = new Scene(new HBox(chart, chart.legend()), 990, 200);
        new Theme(Theme.Choice.LIGHT).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void draw(FxRobot robot) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            marks.add(new Mark(NOW.minusSeconds(random.nextInt(86_400)), "index number " + i + " dropped", Tone.RED));
        }
        robot.interact(() -> chart.mark(marks));
        double[] data = new double[ROUNDS];
        double[] zoom = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Layers layers = layers();
            int now = round;
            robot.interact(() -> data[now] = timed(() -> chart.show(layers)));
            robot.interact(() -> zoom[now] = timed(() -> axis.zoom(now % 2 == 0 ? 1 / 1.25 : 1.25)));
        }
        Findings.report(
                "FX-thread time of a stacked chart, 2000 bins of 8 layers, new data, median", median(data), 16, "ms");
        Findings.report("FX-thread time of the same chart, a step of zooming, median", median(zoom), 16, "ms");
    }

    private static double median(double[] millis) {
        double[] warm = Arrays.copyOfRange(millis, WARM_UP, ROUNDS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    /** Of the FX thread alone: what else runs on the machine does not count. */
    private double timed(Runnable change) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        change.run();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
    }

    private Layers layers() {
        List<Layers.Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < Ink.LAYERS; layer++) {
            layers.add(new Layers.Layer(
                    "SELECT " + layer,
                    Ink.layer(layer),
                    random.doubles(BINS, 10, 100).boxed().toList()));
        }
        return new Layers(NOW.minus(Duration.ofDays(1)), Duration.ofMillis(86_400_000L / BINS), layers);
    }
}
