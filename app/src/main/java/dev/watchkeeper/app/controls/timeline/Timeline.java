package dev.watchkeeper.app.controls.timeline;

import dev.watchkeeper.kernel.text.Sizes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;

/**
 * How many there were over the last minutes, with marks where something began and a handle that can be dragged through
 * time. With the focus: left and right step from sample to sample, Home goes to the beginning, End back to now. Lives on
 * the FX thread.
 */
public final class Timeline extends Region {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    static final double TOP = 24;
    static final double BOTTOM = 20;
    private static final double RIGHT = 34;

    private final ZoneId zone;
    private final Path area = new Path();
    private final Path line = new Path();
    private final Line floor = new Line();
    private final Label most = new Label();
    private final Labels ticks = new Labels(this, "timeline-tick");
    private final TimelineMarks marks = new TimelineMarks(this);
    private final Line hand = new Line();
    private final Circle knob = new Circle(5);
    private Consumer<Optional<Instant>> onLook = moment -> {};
    private Track track = new Track(List.of(), List.of(), Instant.EPOCH, Duration.ofMinutes(30));
    private Optional<Instant> looking = Optional.empty();

    public Timeline(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("timeline");
        getStylesheets()
                .add(Objects.requireNonNull(Timeline.class.getResource("timeline.css"))
                        .toExternalForm());
        setMinSize(200, 90);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleRoleDescription("Timeline");
        area.getStyleClass().add("area");
        line.getStyleClass().add("line");
        floor.getStyleClass().add("floor");
        hand.getStyleClass().add("hand");
        knob.getStyleClass().add("knob");
        most.getStyleClass().add("timeline-tick");
        getChildren().addAll(floor, area, line, most, hand, knob);
        setOnMousePressed(this::drag);
        setOnMouseDragged(this::drag);
        new TimelineKeys(this);
    }

    /** Called with the moment that the person wants to see; empty for now. */
    public void onLook(Consumer<Optional<Instant>> listener) {
        onLook = listener;
    }

    /**
     * Shows the newest state.
     *
     * @param moment that is being looked at; empty if that is now
     */
    public void show(Track newest, Optional<Instant> moment) {
        track = newest;
        looking = moment;
        setAccessibleText(moment.map(at -> "Looking back at " + MINUTE.format(at.atZone(zone)))
                .orElse("Now"));
        requestLayout();
    }

    /** For the parts that this timeline is made of. */
    ObservableList<Node> children() {
        return getChildren();
    }

    Track track() {
        return track;
    }

    Optional<Instant> looking() {
        return looking;
    }

    void look(Optional<Instant> moment) {
        onLook.accept(moment);
    }

    private void drag(MouseEvent event) {
        requestFocus();
        double position = event.getX() / chartWidth();
        look(position >= 0.995 ? Optional.empty() : Optional.of(track.moment(Math.max(0, position))));
        event.consume();
    }

    double chartWidth() {
        return Math.max(1, getWidth() - RIGHT);
    }

    double x(Instant moment) {
        return track.position(moment) * chartWidth();
    }

    String clock(Instant moment) {
        return MINUTE.format(moment.atZone(zone));
    }

    @Override
    protected void layoutChildren() {
        double base = getHeight() - BOTTOM;
        floor.setStartX(0);
        floor.setEndX(getWidth());
        floor.setStartY(base + 0.5);
        floor.setEndY(base + 0.5);
        Curve.draw(track, chartWidth(), TOP + 6, base, line, area);
        layoutTicks(base);
        marks.layout(track, base);
        long highest = track.highest();
        most.setVisible(highest > 0);
        most.setText(Sizes.count(highest));
        most.autosize();
        most.relocate(getWidth() - most.getWidth(), TOP);
        double x = Math.clamp(x(looking.orElse(track.end())), 0, chartWidth());
        hand.setStartX(x);
        hand.setEndX(x);
        hand.setStartY(TOP - 12);
        hand.setEndY(base);
        knob.setCenterX(x);
        knob.setCenterY(TOP - 12);
        hand.toFront();
        knob.toFront();
    }

    /** Every five minutes, at whole ones. */
    private void layoutTicks(double base) {
        long step = Duration.ofMinutes(5).toSeconds();
        ticks.begin();
        for (long at = (track.start().getEpochSecond() / step + 1) * step;
                at <= track.end().getEpochSecond();
                at += step) {
            Instant moment = Instant.ofEpochSecond(at);
            Label label = ticks.next(clock(moment));
            label.relocate(Math.rint(x(moment) - label.getWidth() / 2), base + 4);
        }
        ticks.end();
    }
}
