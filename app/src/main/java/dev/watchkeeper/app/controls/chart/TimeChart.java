package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.app.controls.KeyOwner;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What all charts over time have in common: ticks, heights, marks, chosen intervals, the hand. With the focus: left and
 * right move the hand, with Shift they sweep, with Ctrl they move the view; Enter chooses the moment, plus and minus
 * zoom, Home and End go to the ends, Escape chooses nothing. Lives on the FX thread.
 */
public abstract class TimeChart extends Region implements KeyOwner {
    private final TimeAxis axis;
    private final Measure measure;
    private final Frame frame;
    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks(this::repaint);
    private final Backdrop backdrop;
    private final Sweeps sweeps;
    private final Marks marks = new Marks();
    private final Line hand = new Line();
    private final Text nothing = new Text();
    private @Nullable Legend legend;
    private boolean stale = true;

    TimeChart(TimeAxis axis, Measure measure, Frame frame) {
        this.axis = axis;
        this.measure = measure;
        this.frame = frame;
        this.backdrop = new Backdrop(measure);
        this.sweeps = new Sweeps(axis);
    }

    /** Puts it together; to be called at the end of the constructor. */
    final void assemble(String name) {
        getStyleClass().add("time-chart");
        getStylesheets()
                .add(Objects.requireNonNull(TimeChart.class.getResource("chart.css"))
                        .toExternalForm());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleRoleDescription("Chart");
        setAccessibleText(name);
        canvas.setMouseTransparent(true);
        hand.getStyleClass().add("hand");
        nothing.getStyleClass().add("nothing");
        List.of(hand, nothing).forEach(node -> {
            node.setManaged(false);
            node.setMouseTransparent(true);
        });
        getChildren()
                .addAll(
                        inks.node(),
                        sweeps.ground(),
                        backdrop.node(),
                        canvas,
                        nothing,
                        sweeps.words(),
                        marks.node(),
                        hand);
        axis.visibleProperty().addListener((property, before, now) -> repaint());
        axis.aProperty().addListener((property, before, now) -> requestLayout());
        axis.bProperty().addListener((property, before, now) -> requestLayout());
        axis.draftProperty().addListener((property, before, now) -> requestLayout());
        axis.momentProperty().addListener((property, before, now) -> requestLayout());
        axis.handProperty().addListener((property, before, now) -> placeHand(ruler()));
        new ChartMouse(this);
        new ChartKeys(this);
    }

    /** What it shows; several charts may show the same. */
    public final TimeAxis axis() {
        return axis;
    }

    final Measure measure() {
        return measure;
    }

    /** Marks what happened. */
    public final void mark(List<Mark> newMarks) {
        marks.show(newMarks);
        requestLayout();
    }

    /** Said in the middle while there is nothing to draw; empty for nothing. */
    public final void sayNothing(String words) {
        nothing.setText(words);
        requestLayout();
    }

    final Inks inks() {
        return inks;
    }

    /** What its colours stand for, to be put beside it: always the same. */
    public final Legend legend() {
        Legend known = legend;
        if (known == null) {
            known = new Legend(this);
            legend = known;
        }
        return known;
    }

    /** To be called when there are other data. */
    final void dataChanged() {
        if (legend != null) {
            legend.refresh();
        }
        repaint();
    }

    /** Draws the data anew with the next layout. */
    final void repaint() {
        stale = true;
        requestLayout();
    }

    final Ruler ruler() {
        double width = Math.max(1, getWidth() - frame.left() - frame.right());
        return new Ruler(axis.visible(), frame.left(), width);
    }

    /** How long a step of the keyboard is, in milliseconds: as what is drawn, but to be seen. */
    final long step() {
        Ruler ruler = ruler();
        double twoPixels = ruler.interval().length().toMillis() * 2 / ruler.width();
        return Math.max(1, Math.max(stepMillis(), Math.round(twoPixels)));
    }

    @Override
    public boolean owns(KeyEvent event) {
        return ChartKeys.isZoom(event);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 150;
    }

    @Override
    protected double computeMinHeight(double width) {
        return frame.top() + frame.bottom() + 40;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 160;
    }

    @Override
    protected void layoutChildren() {
        double base = Math.rint(getHeight() - frame.bottom());
        Rectangle2D plot = new Rectangle2D(frame.left(), frame.top(), ruler().width(), Math.max(1, base - frame.top()));
        Ruler ruler = ruler();
        double top = measure.roundUp(highest(
                        ruler.interval().from().toEpochMilli(),
                        ruler.interval().to().toEpochMilli())
                * 1.04);
        backdrop.layout(ruler, plot, top, axis.zone());
        marks.layout(ruler, plot, sweeps.layout(ruler, plot));
        nothing.setX(Math.rint(
                plot.getMinX() + (plot.getWidth() - nothing.getLayoutBounds().getWidth()) / 2));
        nothing.setY(Math.rint(plot.getMinY() + plot.getHeight() / 2));
        hand.setStartY(plot.getMinY());
        hand.setEndY(base);
        placeHand(ruler);
        paint(ruler, plot, top);
    }

    private void paint(Ruler ruler, Rectangle2D plot, double top) {
        boolean resized = canvas.getWidth() != plot.getWidth() || canvas.getHeight() != plot.getHeight();
        if (!stale && !resized) {
            return;
        }
        stale = false;
        canvas.setWidth(plot.getWidth());
        canvas.setHeight(plot.getHeight());
        canvas.relocate(plot.getMinX(), plot.getMinY());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, plot.getWidth(), plot.getHeight());
        paint(pen, new Ruler(ruler.interval(), 0, plot.getWidth()), new Height(plot.getHeight(), top));
    }

    private void placeHand(Ruler ruler) {
        boolean seen = axis.handProperty().get().isPresent()
                && ruler.interval().from().compareTo(axis.handProperty().get().get()) <= 0
                && ruler.interval().to().compareTo(axis.handProperty().get().get()) >= 0;
        hand.setVisible(seen);
        axis.handProperty().get().ifPresent(moment -> {
            double x = Math.rint(ruler.x(moment)) + 0.5;
            hand.setStartX(x);
            hand.setEndX(x);
        });
    }

    /** The largest value in between, in the measure's unit; 0 if there is none. */
    abstract double highest(long fromMilli, long toMilli);

    /** How long a bin is; 0 without data. */
    abstract long stepMillis();

    /** Draws the data. */
    abstract void paint(GraphicsContext pen, Ruler ruler, Height height);

    /** What its colours stand for. */
    abstract List<Legend.Entry> entries();

    /** What an entry's value was; NaN if that isn't known. */
    abstract double valueAt(int entry, Instant moment);

    /** The mean of an entry in between; NaN if it isn't known. */
    abstract double mean(int entry, long fromMilli, long toMilli);
}
