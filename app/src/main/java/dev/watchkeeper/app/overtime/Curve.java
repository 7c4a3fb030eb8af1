package dev.watchkeeper.app.overtime;

import dev.watchkeeper.app.controls.chart.LineChart;
import dev.watchkeeper.app.controls.chart.StackChart;
import dev.watchkeeper.app.controls.chart.TimeAxis;
import dev.watchkeeper.app.controls.chart.TimeChart;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One of the charts, with its legend. Lives on the FX thread. */
final class Curve {
    private static final double LEGEND = 220;

    private final TimeChart chart;
    private final Consumer<Glance> draw;
    private final HBox row;
    private boolean drawn;

    private Curve(TimeChart chart, Consumer<Glance> draw) {
        this.chart = chart;
        this.draw = draw;
        HBox.setHgrow(chart, Priority.ALWAYS);
        chart.legend().setPrefWidth(LEGEND);
        chart.legend().setMinWidth(LEGEND);
        chart.sayNothing("Reading what was recorded …");
        this.row = new HBox(chart, chart.legend());
        row.getStyleClass().add("strip-row");
    }

    static Curve of(OverTime what, TimeAxis axis) {
        return switch (what) {
            case OverTime.Lines lines -> {
                LineChart chart = new LineChart(what.title(), axis, what.measure());
                yield new Curve(chart, glance -> chart.show(glance.strands()));
            }
            case OverTime.Heap heap -> stacked(what, axis);
            case OverTime.Activity activity -> stacked(what, axis);
        };
    }

    private static Curve stacked(OverTime what, TimeAxis axis) {
        StackChart chart = new StackChart(what.title(), axis, what.measure());
        return new Curve(chart, glance -> chart.show(glance.layers()));
    }

    Node node() {
        return row;
    }

    /** How many steps can be told apart on it. */
    int steps() {
        return chart.getWidth() < 100 ? 400 : (int) Math.min(800, chart.getWidth() / 2);
    }

    void show(Glance glance) {
        draw.accept(glance);
        chart.mark(glance.marks());
        chart.sayNothing(glance.silence());
        drawn = true;
    }

    /** Keeps what it shows; says so if that is nothing. */
    void failed() {
        if (!drawn) {
            chart.sayNothing("Nothing could be read");
        }
    }
}
