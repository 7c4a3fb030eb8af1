package dev.watchkeeper.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One line of a chart.
 *
 * @param step how long each bin is
 * @param bins those of which something is known, in order of time
 */
public record Series(Metric metric, String label, Duration step, List<Bin> bins) {
    public Series {
        bins = List.copyOf(bins);
    }

    /**
     * What was measured in one step.
     *
     * @param at the step's beginning
     */
    public record Bin(Instant at, double min, double mean, double max) {}
}
