package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.history.Series;
import java.time.Duration;
import java.util.List;

/**
 * One line of a chart, with how far the values of each step reach.
 *
 * @param step how long each bin is: what lies further apart than two of them is a gap
 * @param bins in order of time
 */
public record Strand(String name, Ink ink, Duration step, List<Series.Bin> bins) {
    public Strand {
        bins = List.copyOf(bins);
    }

    /** What is kept of the past. */
    public static Strand of(Series series, String name, Ink ink) {
        return new Strand(name, ink, series.step(), series.bins());
    }

    /** Index of the bin that this moment lies in; -1 if there is none. */
    int index(long epochMilli) {
        int low = 0;
        int high = bins.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long at = bins.get(middle).at().toEpochMilli();
            if (at > epochMilli) {
                high = middle - 1;
            } else if (epochMilli >= at + gapMillis()) {
                low = middle + 1;
            } else if (middle + 1 < bins.size() && bins.get(middle + 1).at().toEpochMilli() <= epochMilli) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    /** So far from the bin before, a line is broken. */
    long gapMillis() {
        return Math.max(1, step.toMillis() * 2);
    }
}
