package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.chart.LineChart;
import dev.watchkeeper.app.controls.chart.Lookback;
import dev.watchkeeper.app.controls.chart.Measure;
import dev.watchkeeper.app.controls.chart.StackChart;
import dev.watchkeeper.app.controls.chart.TimeAxis;
import dev.watchkeeper.app.controls.chart.TimeChart;
import dev.watchkeeper.history.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What the commands took over the last quarter of an hour; a stretch that is swept on it is what the table tells of. */
final class WorkChart extends VBox {
    private static final double HEIGHT = 172;
    private static final Duration AROUND = Duration.ofSeconds(10);

    private final TimeAxis axis;
    private final StackChart time;
    private final StackChart calls;
    private final LineChart hits;
    private final StackPane body = new StackPane();

    /** @param swept gets the stretch that was chosen; empty if none is */
    WorkChart(Instant now, Consumer<Optional<Interval>> swept) {
        axis = new TimeAxis(ZoneId.systemDefault(), now, Lookback.QUARTER_HOUR);
        time = new StackChart("Time spent, by command", axis, Measure.MILLIS_PER_SECOND);
        calls = new StackChart("Calls a second, by command", axis, Measure.PER_SECOND);
        hits = new LineChart("Lookups that hit", axis, Measure.RATIO);
        axis.aProperty().addListener((property, before, chosen) -> swept.accept(chosen));
        axis.momentProperty().addListener((property, before, chosen) -> swept.accept(chosen.map(WorkChart::around)));
        List.of(time, calls, hits).forEach(chart -> chart.sayNothing("The first two looks make the first step"));
        Label note = new Label("last 15 min · sweep or click to choose · Esc for all");
        note.getStyleClass().add("secondary");
        HBox right = new HBox(8, note, choice("Time", time), choice("Calls", calls), choice("Hit ratio", hits));
        right.setAlignment(Pos.CENTER_RIGHT);
        ToggleGroup group = new ToggleGroup();
        right.getChildren().stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .forEach(button -> button.setToggleGroup(group));
        group.selectToggle(group.getToggles().getFirst());
        group.selectedToggleProperty().addListener((property, before, chosen) -> {
            if (chosen == null) {
                group.selectToggle(before);
            }
        });
        getChildren().add(Card.titled("What the commands take", right, body));
        // as high from the beginning as with a full legend: what is below does not move when commands turn up
        setMinHeight(USE_PREF_SIZE);
        bring(time);
    }

    private static Interval around(Instant moment) {
        return new Interval(moment.minus(AROUND), moment.plus(AROUND));
    }

    private ToggleButton choice(String title, TimeChart chart) {
        ToggleButton button = new ToggleButton(title);
        button.getStyleClass().setAll("toggle-button", "chip", "tone-neutral");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> bring(chart));
        return button;
    }

    private void bring(TimeChart chart) {
        chart.setPrefHeight(HEIGHT);
        HBox.setHgrow(chart, Priority.ALWAYS);
        HBox row = new HBox(chart, chart.legend());
        row.getStyleClass().add("chart-row");
        chart.legend().setPrefWidth(210);
        chart.legend().setMinWidth(210);
        chart.legend().setMinHeight(0);
        chart.legend().setMaxHeight(HEIGHT);
        body.getChildren().setAll(row);
    }

    void show(QueriesModel model) {
        axis.now(model.snapshot().takenAt());
        boolean none = model.time().layers().isEmpty();
        List.of(time, calls, hits).forEach(chart -> {
            chart.mark(model.marks());
            chart.sayNothing(none ? "The first two looks make the first step" : "");
        });
        time.show(model.time());
        calls.show(model.calls());
        hits.show(model.hits().bins().isEmpty() ? List.of() : List.of(model.hits()));
    }

    /** Chooses nothing. */
    void clear() {
        axis.clear();
    }
}
