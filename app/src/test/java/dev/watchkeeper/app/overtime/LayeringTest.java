package dev.watchkeeper.app.overtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.controls.chart.Ink;
import dev.watchkeeper.app.controls.chart.Layers;
import dev.watchkeeper.app.controls.chart.StableInks;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Series;
import dev.watchkeeper.history.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LayeringTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(10);

    private final Layering layering = new Layering(new StableInks<>());

    private static Series series(String label, double value, int... steps) {
        List<Series.Bin> bins = IntStream.of(steps)
                .mapToObj(step -> new Series.Bin(NOON.plus(STEP.multipliedBy(step)), value, value, value))
                .toList();
        return new Series(Metric.SESSIONS, label, STEP, bins);
    }

    @Test
    void aLabelThatIsMissingIsZeroAndWhatNobodySawIsAGap() {
        Layers layers = layering.of(List.of(series("active", 2, 0, 1, 5), series("disabled", 1, 1, 5)));
        assertThat(layers.from()).isEqualTo(NOON);
        assertThat(layers.layers().getFirst().values())
                .containsExactly(2.0, 2.0, Double.NaN, Double.NaN, Double.NaN, 2.0);
        assertThat(layers.layers().getLast().values())
                .containsExactly(0.0, 1.0, Double.NaN, Double.NaN, Double.NaN, 1.0);
    }

    @Test
    void aSingleStepThatWasMissedIsNoGap() {
        Layers layers = layering.of(List.of(series("active", 2, 0, 2)));
        assertThat(layers.layers().getFirst().values()).containsExactly(2.0, 2.0, 2.0);
    }

    @Test
    void thoseThatDoNothingAreGreyAndOnTop() {
        Layers layers = layering.of(List.of(
                series("active", 1, 0), series("idle", 9, 0), series("idle in transaction", 3, 0), series("none", 1)));
        assertThat(layers.layers())
                .extracting(Layers.Layer::name)
                .containsExactly("active", "idle in transaction", "idle");
        assertThat(layers.layers().getLast().ink()).isEqualTo(Ink.OTHERS);
        assertThat(layers.layers().get(1).ink()).isNotEqualTo(Ink.OTHERS);
    }

    @Test
    void nothingIsNothing() {
        assertThat(layering.of(List.of(series("active", 1)))).isEqualTo(Layers.NONE);
    }

    @Test
    void aColourStaysWithItsNameWhenAnotherIsTheLargest() {
        Ink before =
                layering.of(stack(0, "CPU", "Lock: tuple")).layers().getFirst().ink();
        Layers after = layering.of(stack(0, "Lock: tuple", "CPU"));
        assertThat(after.layers().getLast().name()).isEqualTo("CPU");
        assertThat(after.layers().getLast().ink()).isEqualTo(before);
        assertThat(after.layers().getFirst().ink()).isNotEqualTo(before);
    }

    @Test
    void theRestIsDrawnIfThereIsAny() {
        assertThat(layering.of(stack(0, "CPU")).layers()).hasSize(1);
        assertThat(layering.of(stack(3, "CPU")).layers())
                .extracting(Layers.Layer::name)
                .containsExactly("CPU", "others");
    }

    private static Stack<String> stack(double others, String... keys) {
        List<Stack.Layer<String>> layers = List.of(keys).stream()
                .map(key -> new Stack.Layer<>(key, List.of(1.0)))
                .toList();
        return new Stack<>(new Interval(NOON, NOON.plus(STEP)), STEP, layers, List.of(others));
    }
}
