package dev.watchkeeper.app.overtime;

import dev.watchkeeper.app.controls.chart.Ink;
import dev.watchkeeper.app.controls.chart.Layers;
import dev.watchkeeper.app.controls.chart.StableInks;
import dev.watchkeeper.history.Series;
import dev.watchkeeper.history.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Makes layers of what the history keeps. */
final class Layering {
    private static final String OTHERS = "others";

    /** Most sessions do nothing: in grey, and above those that matter. */
    private static final String IDLE = "idle";

    private final StableInks<String> places;

    Layering(StableInks<String> places) {
        this.places = places;
    }

    /** The largest at the bottom; nothing if there was nothing but zeros. */
    Layers of(Stack<String> stack) {
        places.drawn(stack.layers().stream().map(Stack.Layer::key).toList());
        List<Layers.Layer> layers = new ArrayList<>();
        stack.layers()
                .forEach(layer -> layers.add(new Layers.Layer(layer.key(), places.ink(layer.key()), layer.values())));
        if (stack.others().stream().anyMatch(value -> value > 0)) {
            layers.add(new Layers.Layer(OTHERS, Ink.OTHERS, stack.others()));
        }
        return new Layers(stack.interval().from(), stack.step(), layers);
    }

    /**
     * By label. Where others are known, a label of which nothing is known is 0.
     *
     * @param series of one metric, in the same steps
     */
    Layers of(List<Series> series) {
        List<Series> full = series.stream().filter(one -> !one.bins().isEmpty()).toList();
        if (full.isEmpty()) {
            return Layers.NONE;
        }
        places.drawn(full.stream()
                .map(Series::label)
                .filter(label -> !label.equals(IDLE))
                .toList());
        Grid grid = Grid.of(full);
        List<Layers.Layer> layers = new ArrayList<>();
        List<Layers.Layer> above = new ArrayList<>();
        for (Series one : full) {
            boolean idle = one.label().equals(IDLE);
            Ink ink = idle ? Ink.OTHERS : places.ink(one.label());
            (idle ? above : layers).add(new Layers.Layer(one.label(), ink, grid.values(one)));
        }
        layers.addAll(above);
        return new Layers(grid.from(), grid.step(), layers);
    }

    /** The steps from the first to the last of which anything is known, and which of these that are. */
    private record Grid(Instant from, Duration step, int steps, BitSet known) {
        static Grid of(List<Series> series) {
            Duration step = series.getFirst().step();
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (Series one : series) {
                first = Math.min(first, one.bins().getFirst().at().toEpochMilli());
                last = Math.max(last, one.bins().getLast().at().toEpochMilli());
            }
            Instant from = Instant.ofEpochMilli(first);
            Grid grid = new Grid(from, step, (int) ((last - first) / step.toMillis()) + 1, new BitSet());
            series.forEach(one -> one.bins().forEach(bin -> grid.known.set(grid.index(bin))));
            return grid;
        }

        private int index(Series.Bin bin) {
            return (int) (Duration.between(from, bin.at()).toMillis() / step.toMillis());
        }

        List<Double> values(Series series) {
            Double[] values = new Double[steps];
            for (int i = 0; i < values.length; i++) {
                values[i] = known.get(i) ? 0.0 : Double.NaN;
            }
            series.bins().forEach(bin -> values[index(bin)] = bin.mean());
            for (int i = 1; i < values.length - 1; i++) {
                // who looks every ten seconds may miss a step of ten seconds: that is no gap
                if (!known.get(i) && known.get(i - 1) && known.get(i + 1)) {
                    values[i] = values[i - 1];
                }
            }
            return Arrays.asList(values);
        }
    }
}
