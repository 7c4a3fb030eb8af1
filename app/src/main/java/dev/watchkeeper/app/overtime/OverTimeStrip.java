package dev.watchkeeper.app.overtime;

import dev.watchkeeper.app.controls.Banner;
import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.chart.AxisBar;
import dev.watchkeeper.app.controls.chart.Lookback;
import dev.watchkeeper.app.controls.chart.TimeAxis;
import dev.watchkeeper.history.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Between a pane's header and the pane: its numbers over time, one chart at a time, with what happened then. Reads only
 * while it is open and seen. Sweeping over the chart zooms in. Lives on the FX thread.
 */
public final class OverTimeStrip extends VBox implements AutoCloseable {
    private static final double HEIGHT = 172;
    private static final Duration SOONEST = Duration.ofSeconds(5);
    private static final Duration LATEST = Duration.ofMinutes(1);

    /**
     * Who does what elsewhere.
     *
     * @param background runs what blocks
     * @param fx runs things on the FX thread
     */
    public record Hands(Clock clock, Consumer<Runnable> background, Consumer<Runnable> fx) {}

    private final Clock clock;
    private final TimeAxis axis;
    private final Chips chips;
    private final Map<OverTime, Curve> curves = new HashMap<>();
    private final Reading<Question, Answer> reading;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty drawn = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<BannerText>> trouble = new SimpleObjectProperty<>(Optional.empty());
    private final Label note = new Label();
    private final StackPane body = new StackPane();
    private final PauseTransition rest = new PauseTransition();
    private boolean seen;
    /** The server's clock may be ahead of ours: what it has told already is not to come. */
    private Instant newest = Instant.MIN;

    /** @param charts at least one; the first is shown first */
    public OverTimeStrip(List<OverTime> charts, Past past, Hands hands) {
        this.clock = hands.clock();
        this.axis = new TimeAxis(ZoneId.systemDefault(), clock.instant(), Lookback.HOUR);
        this.reading =
                new Reading<>(new PastReader(past, axis.zone())::read, this::answered, hands.background(), hands.fx());
        this.chips = new Chips(charts, this::choose);
        note.getStyleClass().add("secondary");
        StripHead head = new StripHead(chips, note, new AxisBar(axis));
        body.setMinHeight(HEIGHT);
        body.setMaxHeight(HEIGHT);
        Card card = new Card(head, new Banner(trouble), body);
        card.getStyleClass().add("over-time");
        getChildren().add(card);
        visibleProperty().bind(open);
        managedProperty().bind(open);
        open.addListener((property, before, now) -> turned());
        axis.visibleProperty().addListener((property, before, now) -> ask());
        axis.aProperty().addListener((property, before, now) -> now.ifPresent(this::zoom));
        rest.setOnFinished(event -> tick());
    }

    /** Whether it is there. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether what was chosen last is on the screen, or why there is nothing. */
    public BooleanProperty drawnProperty() {
        return drawn;
    }

    public void toggle() {
        open.set(!open.get());
    }

    /** What its charts are called. */
    public List<String> titles() {
        return chips.titles();
    }

    /** Opens it with this chart at the front. */
    public void open(String title) {
        open.set(true);
        chips.choose(title);
    }

    /** Told by the window whether the pane is looked at. */
    public void seen(boolean isSeen) {
        if (seen != isSeen) {
            seen = isSeen;
            turned();
        }
    }

    private boolean isLookedAt() {
        return open.get() && seen;
    }

    private void turned() {
        if (isLookedAt()) {
            choose(chips.chosen());
        } else {
            rest.stop();
            reading.stop();
        }
    }

    private void choose(OverTime chart) {
        drawn.set(false);
        body.getChildren().setAll(curve(chart).node());
        goAlong();
        ask();
    }

    private Curve curve(OverTime chart) {
        return curves.computeIfAbsent(chart, one -> Curve.of(one, axis));
    }

    private void zoom(Interval swept) {
        axis.clear();
        axis.show(swept);
    }

    /** Goes along with time, which asks for what is new if the chart follows. */
    private void tick() {
        Interval before = axis.visible();
        goAlong();
        if (before.equals(axis.visible())) {
            arm();
        }
    }

    private void goAlong() {
        Instant now = clock.instant();
        axis.now(newest.isAfter(now) ? newest : now);
    }

    private void arm() {
        if (isLookedAt()) {
            rest.setDuration(javafx.util.Duration.seconds((double) pause().toSeconds()));
            rest.playFromStart();
        }
    }

    private void ask() {
        if (isLookedAt()) {
            rest.stop();
            OverTime chart = chips.chosen();
            reading.ask(new Question(chart, axis.visible(), curve(chart).steps()));
        }
    }

    private void answered(Answer answer) {
        Curve curve = curve(answer.chart());
        answer.glance().ifPresentOrElse(glance -> show(curve, glance), curve::failed);
        trouble.set(answer.trouble());
        if (answer.chart().equals(chips.chosen())) {
            note.setText(answer.glance().map(Glance::note).orElse(""));
            drawn.set(true);
        }
        arm();
    }

    private void show(Curve curve, Glance glance) {
        curve.show(glance);
        glance.known().ifPresent(known -> newest = known.to());
    }

    /** A year is not drawn anew for each second. */
    private Duration pause() {
        Duration wanted = axis.visible().length().dividedBy(300);
        return wanted.compareTo(SOONEST) < 0 ? SOONEST : wanted.compareTo(LATEST) > 0 ? LATEST : wanted;
    }

    /** Reads nothing more. */
    @Override
    public void close() {
        seen(false);
        reading.end();
    }
}
