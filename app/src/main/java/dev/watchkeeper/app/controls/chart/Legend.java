package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.history.Interval;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a chart's colours stand for, with the values under the hand, or else their means over what is shown. */
public final class Legend extends VBox {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("d MMM HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM HH:mm");

    /** One line of it. */
    record Entry(String name, Ink ink) {}

    private final TimeChart chart;
    private final Label caption = new Label();
    private final VBox rows = new VBox();
    private final List<Label> values = new ArrayList<>();
    private List<Entry> entries = List.of();
    private IntConsumer onPick = index -> {};

    Legend(TimeChart chart) {
        this.chart = chart;
        getStyleClass().add("chart-legend");
        caption.getStyleClass().add("legend-caption");
        caption.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(caption, rows);
        chart.axis().handProperty().addListener((property, before, now) -> fill());
        chart.axis().visibleProperty().addListener((property, before, now) -> fill());
        refresh();
    }

    /** Called with the number of the line that was clicked on. */
    public void onPick(IntConsumer action) {
        onPick = action;
    }

    /** The chart has other data. */
    void refresh() {
        List<Entry> newest = chart.entries();
        if (!newest.equals(entries)) {
            entries = newest;
            values.clear();
            rows.getChildren().clear();
            for (int i = 0; i < entries.size(); i++) {
                rows.getChildren().add(row(i, entries.get(i)));
            }
        }
        fill();
    }

    private HBox row(int index, Entry entry) {
        Label name = new Label(entry.name());
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(entry.name()));
        Label value = new Label();
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.getStyleClass().add("legend-value");
        values.add(value);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(6, entry.ink().swatch(9), name, gap, value);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("legend-row");
        row.setOnMouseClicked(event -> onPick.accept(index));
        return row;
    }

    private void fill() {
        Optional<Instant> hand = chart.axis().handProperty().get();
        Interval shown = chart.axis().visible();
        caption.setText(hand.map(this::clock).orElse("mean"));
        for (int i = 0; i < values.size(); i++) {
            int entry = i;
            double value = hand.map(moment -> chart.valueAt(entry, moment))
                    .orElseGet(() -> chart.mean(
                            entry, shown.from().toEpochMilli(), shown.to().toEpochMilli()));
            values.get(i).setText(chart.measure().words(value));
        }
    }

    private String clock(Instant moment) {
        DateTimeFormatter format = chart.step() < 60_000 ? SECOND : MINUTE;
        return format.format(moment.atZone(chart.axis().zone()));
    }
}
