package dev.watchkeeper.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Layers of a stacked chart, in steps of one length. Values are means over the step: sessions, or (of statements)
 * milliseconds of execution in a second of wall clock.
 *
 * @param interval begins at the first step's beginning
 * @param layers the largest first; those that are not told apart are in {@code others}
 * @param others what the layers leave; as long as each layer
 */
public record Stack<K>(Interval interval, Duration step, List<Layer<K>> layers, List<Double> others) {
    public Stack {
        layers = List.copyOf(layers);
        others = List.copyOf(others);
    }

    /**
     * One of them.
     *
     * @param values one for each step; NaN where nothing was recorded
     */
    public record Layer<K>(K key, List<Double> values) {
        public Layer {
            values = List.copyOf(values);
        }
    }

    /** How many steps there are. */
    public int steps() {
        return others.size();
    }

    /** The beginning of a step. */
    public Instant at(int index) {
        return interval.from().plus(step.multipliedBy(index));
    }
}
