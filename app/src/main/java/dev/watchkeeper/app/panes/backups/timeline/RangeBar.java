package dev.watchkeeper.app.panes.backups.timeline;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.chart.TimeAxis;
import dev.watchkeeper.history.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Buttons for how much time the timeline shows. Lives on the FX thread. */
public final class RangeBar extends HBox {
    /** How far back one looks. */
    public enum Range {
        DAY("24 h", Optional.of(Duration.ofHours(24))),
        WEEK("7 d", Optional.of(Duration.ofDays(7))),
        MONTH("30 d", Optional.of(Duration.ofDays(30))),
        /** From the first backup on. */
        ALL("all", Optional.empty());

        private final String title;
        private final Optional<Duration> length;

        Range(String title, Optional<Duration> length) {
            this.title = title;
            this.length = length;
        }

        /** Short, for a button. */
        public String title() {
            return title;
        }
    }

    /** So much of the whole is left free before the first backup. */
    private static final double AIR = 0.03;

    private final TimeAxis axis;
    private final Map<Range, ToggleButton> chips = new EnumMap<>(Range.class);
    private Instant first;
    private Optional<Range> chosen = Optional.empty();

    public RangeBar(TimeAxis axis) {
        this.axis = axis;
        this.first = axis.now().minus(Duration.ofDays(1));
        getStyleClass().add("axis-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (Range range : Range.values()) {
            ToggleButton chip = new ToggleButton(range.title());
            chip.getStyleClass().setAll("toggle-button", "chip", "tone-neutral", "axis-chip");
            chip.setToggleGroup(group);
            chip.setId("range-" + range.name().toLowerCase(Locale.ROOT));
            chip.setAccessibleText(range == Range.ALL ? "All backups" : "The last " + range.title());
            chip.setMinWidth(USE_PREF_SIZE);
            chip.setOnAction(event -> choose(range));
            chips.put(range, chip);
            getChildren().add(chip);
        }
        getChildren()
                .addAll(
                        Buttons.icon("mdi2m-magnify-minus-outline", "Show more (−)", () -> axis.zoom(1.5)),
                        Buttons.icon("mdi2m-magnify-plus-outline", "Show less (+)", () -> axis.zoom(1 / 1.5)));
        axis.visibleProperty().addListener((property, before, now) -> light());
    }

    /** Shows so much, up to now. */
    public void choose(Range range) {
        chosen = Optional.of(range);
        apply(range);
        light();
    }

    private void apply(Range range) {
        Instant now = axis.now();
        range.length.ifPresentOrElse(axis::last, () -> axis.show(new Interval(beginning(), now)));
    }

    private Instant beginning() {
        Instant now = axis.now();
        Duration whole = Duration.between(first, now);
        return first.minusMillis((long) (Math.max(whole.toMillis(), 60_000) * AIR));
    }

    /** Tells what time it is, and when the first backup was; at first as much is shown as can be read. */
    public void known(Instant now, Optional<Instant> earliest) {
        boolean all = isShown(Range.ALL);
        axis.now(now);
        first = earliest.filter(at -> at.isBefore(now)).orElse(now.minus(Duration.ofDays(1)));
        if (chosen.isEmpty()) {
            boolean readable = Duration.between(first, now).compareTo(Duration.ofDays(35)) <= 0;
            choose(readable ? Range.ALL : Range.MONTH);
        } else if (all) {
            apply(Range.ALL);
        }
        light();
    }

    private boolean isShown(Range range) {
        Interval shown = axis.visible();
        return axis.followingProperty().get()
                && range.length
                        .map(length -> shown.length().equals(length))
                        .orElseGet(() -> chosen.equals(Optional.of(Range.ALL))
                                && !shown.from().isAfter(first));
    }

    private void light() {
        chips.forEach((range, chip) -> chip.setSelected(isShown(range)));
    }
}
