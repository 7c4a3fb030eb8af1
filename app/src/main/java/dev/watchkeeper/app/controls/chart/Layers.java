package dev.watchkeeper.app.controls.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a stacked chart shows, in steps of one length.
 *
 * @param from the first step's beginning
 * @param step above 0
 * @param layers from the bottom up; all of one length
 */
public record Layers(Instant from, Duration step, List<Layer> layers) {
    public static final Layers NONE = new Layers(Instant.EPOCH, Duration.ofSeconds(1), List.of());

    public Layers {
        layers = List.copyOf(layers);
    }

    /**
     * One of them.
     *
     * @param values one for each step; NaN where nothing is known
     */
    public record Layer(String name, Ink ink, List<Double> values) {
        public Layer {
            values = List.copyOf(values);
        }
    }

    /** How many steps there are. */
    public int steps() {
        return layers.isEmpty() ? 0 : layers.getFirst().values().size();
    }
}
