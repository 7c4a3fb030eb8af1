package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Choice;
import dev.watchkeeper.app.controls.chart.AxisBar;
import dev.watchkeeper.app.controls.chart.Lookback;
import dev.watchkeeper.app.controls.chart.Mark;
import dev.watchkeeper.app.controls.chart.Measure;
import dev.watchkeeper.app.controls.chart.StackChart;
import dev.watchkeeper.app.controls.chart.TimeAxis;
import dev.watchkeeper.app.controls.chart.TimeChart;
import dev.watchkeeper.app.reports.StatementWords;
import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.kernel.workload.StatementId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What takes the time, and below it who waits for what, on one axis; what is chosen on it is what the table tells of. */
final class TimeCharts extends VBox {
    private static final double HEIGHT = 98;
    private static final double LEGEND = 280;
    private static final int SHORT = 60;

    private final TimeAxis axis;
    private final StackChart time;
    private final StackChart activity;
    private final Strata<StatementId> statements = new Strata<>();
    private final Strata<String> waits = new Strata<>();
    private final Choice<ActivityBy> by;
    private ActivityBy toldApart = ActivityBy.WAIT_EVENT;
    private final Consumer<Wanted> wanted;
    private final VBox second = new VBox();
    private boolean own;
    private boolean told;
    private boolean shownOnce;

    /**
     * @param leaves stand at the left of its head
     * @param wanted gets what is to be shown, whenever that is something else
     * @param picked gets the statement of a layer that was clicked on in the legend
     */
    TimeCharts(Node leaves, Instant now, Consumer<Wanted> wanted, Consumer<StatementId> picked) {
        this.wanted = wanted;
        axis = new TimeAxis(ZoneId.systemDefault(), now, Lookback.QUARTER_HOUR);
        time = new StackChart("Time spent, by statement", axis, Measure.MILLIS_PER_SECOND);
        activity = new StackChart("Average active sessions", axis, Measure.COUNT);
        by = new Choice<>(
                List.of(ActivityBy.WAIT_EVENT, ActivityBy.WAIT_TYPE, ActivityBy.DATABASE, ActivityBy.ROLE),
                TimeCharts::words,
                this::tellApart);
        axis.visibleProperty().addListener((property, before, visible) -> ask());
        axis.aProperty().addListener((property, before, chosen) -> ask());
        axis.bProperty().addListener((property, before, chosen) -> ask());
        axis.momentProperty().addListener((property, before, chosen) -> ask());
        time.legend().onPick(layer -> pick(layer, picked));
        Label hint = new Label("sweep A, then B · click a moment · Esc for all");
        hint.getStyleClass().add("secondary");
        hint.setMinWidth(0);
        Label title = new Label("time spent, by statement");
        title.getStyleClass().add("secondary");
        title.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(12, leaves, title, gap, hint, new AxisBar(axis));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        second.getChildren().setAll(head("Active sessions, by", by), row(activity));
        getChildren().add(new Card(head, row(time), second));
        setMinHeight(USE_PREF_SIZE);
    }

    private static HBox row(TimeChart chart) {
        chart.setPrefHeight(HEIGHT);
        chart.legend().setPrefWidth(LEGEND);
        chart.legend().setMinWidth(LEGEND);
        chart.legend().setMaxHeight(HEIGHT);
        HBox.setHgrow(chart, Priority.ALWAYS);
        HBox row = new HBox(chart, chart.legend());
        row.getStyleClass().add("chart-row");
        row.setMaxHeight(HEIGHT);
        return row;
    }

    private static String words(ActivityBy by) {
        return by.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void tellApart(ActivityBy chosen) {
        toldApart = chosen;
        ask();
    }

    private static HBox head(String words, Node by) {
        Label label = new Label(words);
        label.getStyleClass().add("card-title");
        HBox head = new HBox(8, label, by);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("second-head");
        return head;
    }

    private void pick(int layer, Consumer<StatementId> picked) {
        if (layer < statements.keys().size()) {
            picked.accept(statements.keys().get(layer));
        }
    }

    /** Shows statements of the console itself, or leaves them out. */
    void toggleOwn() {
        own = !own;
        ask();
    }

    /** Leaves the second chart out where there is little room. */
    void compact(boolean is) {
        second.setVisible(!is);
        second.setManaged(!is);
    }

    TimeAxis axis() {
        return axis;
    }

    Wanted wanted() {
        return new Wanted(
                axis.visible(),
                axis.followingProperty().get(),
                axis.aProperty().get(),
                axis.bProperty().get(),
                axis.momentProperty().get(),
                toldApart,
                own);
    }

    private void ask() {
        if (!told) {
            wanted.accept(wanted());
        }
    }

    /** Compares these two. */
    void compare(Interval a, Interval b) {
        told = true;
        axis.clear();
        Instant from = a.from().isBefore(b.from()) ? a.from() : b.from();
        Instant to = a.to().isAfter(b.to()) ? a.to() : b.to();
        if (from.isBefore(axis.visible().from()) || to.isAfter(axis.visible().to())) {
            axis.show(new Interval(from, to.isAfter(axis.now()) ? to : axis.now()));
        }
        axis.choose(a);
        axis.choose(b);
        told = false;
        ask();
    }

    void show(Past past) {
        // the axis going along with time is no new wish
        told = true;
        axis.now(past.now());
        told = false;
        if (!shownOnce && past.extent().isPresent()) {
            shownOnce = true;
            lookBack(past.extent().get());
        }
        List<Mark> marks = Mark.of(past.events());
        time.mark(marks);
        activity.mark(List.of());
        time.show(statements.of(
                past.time(),
                id -> shortened(StatementWords.line(id, past.statements().text(id)))));
        activity.show(waits.of(past.activity(), label -> label.isEmpty() ? "none" : label));
        time.sayNothing(past.time().layers().isEmpty() ? nothing(past) : "");
        activity.sayNothing(past.activity().layers().isEmpty() ? "Nobody was at work" : "");
    }

    /** At first as far as there is something to see, but no further than an hour. */
    private void lookBack(Interval known) {
        boolean untouched = axis.followingProperty().get() && !axis.isChosen();
        if (untouched && known.from().isBefore(axis.visible().from())) {
            axis.last(Lookback.HOUR.length());
        }
    }

    private static String nothing(Past past) {
        return past.wanted().following() ? "The first two looks make the first step" : "Nothing was recorded then";
    }

    private static String shortened(String line) {
        return line.length() <= SHORT ? line : line.substring(0, SHORT - 1) + "…";
    }
}
