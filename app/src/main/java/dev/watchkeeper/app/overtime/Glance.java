package dev.watchkeeper.app.overtime;

import dev.watchkeeper.app.controls.chart.Layers;
import dev.watchkeeper.app.controls.chart.Mark;
import dev.watchkeeper.app.controls.chart.Strand;
import dev.watchkeeper.history.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What the history knows of a stretch of time.
 *
 * @param strands of a chart with lines
 * @param layers of a chart with layers
 * @param lines how many there were, also those that found no room
 * @param marks what happened then
 * @param known from the oldest to the newest of what is known of the server
 * @param silence why there is nothing to draw; empty if there is
 */
record Glance(
        List<Strand> strands, Layers layers, int lines, List<Mark> marks, Optional<Interval> known, String silence) {
    Glance {
        strands = List.copyOf(strands);
        marks = List.copyOf(marks);
    }

    /** What is said of the lines that found no room; empty if all are drawn. */
    String note() {
        return lines > strands.size() ? "the " + strands.size() + " highest of " + lines : "";
    }
}
