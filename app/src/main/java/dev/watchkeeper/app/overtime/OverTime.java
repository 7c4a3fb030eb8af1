package dev.watchkeeper.app.overtime;

import dev.watchkeeper.app.controls.chart.Measure;
import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.history.Metric;
import java.util.List;

/** One chart of what is kept over time of a pane's numbers. */
public sealed interface OverTime {
    /** Short, for a chip: {@code Longest wait}. */
    String title();

    /** Why there may be nothing of it, as a sentence without a full stop: {@code No slot kept WAL then}. */
    String absent();

    /** What its height stands for. */
    Measure measure();

    /**
     * One of the numbers of a chart with lines.
     *
     * @param name what its line is called if it has no label
     */
    record Line(Metric metric, String name) {}

    /**
     * Lines beside each other, one for each label.
     *
     * @param lines at least one; all of one unit
     */
    record Lines(String title, String absent, List<Line> lines) implements OverTime {
        public Lines {
            lines = List.copyOf(lines);
            if (lines.stream().map(line -> line.metric().unit()).distinct().count() != 1) {
                throw new IllegalArgumentException("not of one unit: " + lines);
            }
        }

        @Override
        public Measure measure() {
            return Measure.of(lines.getFirst().metric().unit());
        }
    }

    /** Labels upon each other, so that the whole is seen as well. */
    record Heap(String title, String absent, Metric metric) implements OverTime {
        @Override
        public Measure measure() {
            return Measure.of(metric.unit());
        }
    }

    /** Average active sessions, upon each other. */
    record Activity(String title, String absent, ActivityBy by) implements OverTime {
        @Override
        public Measure measure() {
            return Measure.COUNT;
        }
    }

    /** One number, or one by label. */
    static OverTime line(String title, String absent, Metric metric) {
        return new Lines(title, absent, List.of(new Line(metric, title)));
    }

    /** Several numbers of one unit. */
    static OverTime lines(String title, String absent, Line... lines) {
        return new Lines(title, absent, List.of(lines));
    }
}
