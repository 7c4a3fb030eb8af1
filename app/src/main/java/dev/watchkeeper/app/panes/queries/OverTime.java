package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.chart.Ink;
import dev.watchkeeper.app.controls.chart.LineChart;
import dev.watchkeeper.app.controls.chart.Measure;
import dev.watchkeeper.app.controls.chart.Strand;
import dev.watchkeeper.app.controls.chart.TimeAxis;
import dev.watchkeeper.history.Series;
import dev.watchkeeper.history.StatementPoint;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One statement over what the axis shows: how long a call took, how often it was called, how many rows it gave. */
final class OverTime extends VBox {
    private static final double HEIGHT = 104;

    private final LineChart mean;
    private final LineChart calls;
    private final LineChart rows;

    OverTime(TimeAxis axis) {
        super(8);
        mean = LineChart.small("Mean time of a call", axis, Measure.MILLIS);
        calls = LineChart.small("Calls a second", axis, Measure.PER_SECOND);
        rows = LineChart.small("Rows a call", axis, Measure.COUNT);
        add("Mean time of a call", mean);
        add("Calls a second", calls);
        add("Rows a call", rows);
    }

    private void add(String title, LineChart chart) {
        Label label = new Label(title);
        label.getStyleClass().add("secondary");
        chart.setPrefHeight(HEIGHT);
        getChildren().addAll(label, chart);
    }

    void show(List<StatementPoint> points) {
        show(mean, "mean", points, point -> point.figures().meanMs());
        show(calls, "calls", points, OverTime::callsPerSecond);
        show(
                rows,
                "rows",
                points,
                point -> (double) point.figures().rows()
                        / Math.max(1, point.figures().calls()));
    }

    private static double callsPerSecond(StatementPoint point) {
        return point.figures().calls() / Math.max(0.001, point.step().toMillis() / 1000.0);
    }

    private static void show(
            LineChart chart, String name, List<StatementPoint> points, ToDoubleFunction<StatementPoint> figure) {
        if (points.isEmpty()) {
            chart.show(List.of());
            chart.sayNothing("It did not run in what is shown");
            return;
        }
        List<Series.Bin> bins = points.stream()
                .map(point -> {
                    double value = figure.applyAsDouble(point);
                    return new Series.Bin(point.at(), value, value, value);
                })
                .toList();
        Duration step = points.getFirst().step();
        chart.sayNothing("");
        chart.show(List.of(new Strand(name, Ink.LAYER_1, step, bins)));
    }
}
