package dev.watchkeeper.app.panes.backups.timeline;

import dev.watchkeeper.app.controls.KeyOwner;
import dev.watchkeeper.app.controls.chart.Ruler;
import dev.watchkeeper.app.controls.chart.Ticks;
import dev.watchkeeper.app.controls.chart.TimeAxis;
import dev.watchkeeper.app.panes.backups.picture.Lane;
import dev.watchkeeper.app.panes.backups.picture.Lineage;
import dev.watchkeeper.app.panes.backups.picture.Promotion;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.backup.Backup;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A drawn line of time with backups, the archive, its gaps, and what can be had; a moment on it can be chosen. With the
 * focus: left and right move the moment, with Shift to the next one where something begins or ends, with Ctrl they move
 * the view; plus and minus zoom, Home and End go to the first and the last moment that can be had, Escape chooses
 * nothing. Lives on the FX thread.
 */
public final class RecoveryChart extends Region implements KeyOwner {
    private static final double LEFT = 142;
    private static final double RIGHT = 18;
    private static final double BELOW = 24;
    private static final double TICK_ROOM = 74;

    private final TimeAxis axis;
    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks(this::repaint);
    private final Words words = new Words();
    private final Hand hand;
    private final Text nothing = new Text("No backup is known");
    private Rows rows = Rows.of(List.of());
    private Seen seen = new Seen(List.of());
    private List<Promotion> promotions = List.of();
    private List<Instant> landmarks = List.of();
    private Set<Lineage.Key> chosen = Set.of();
    private Consumer<Backup> onPick = backup -> {};
    private boolean stale = true;

    public RecoveryChart(TimeAxis axis) {
        this.axis = axis;
        this.hand = new Hand(this);
        getStyleClass().add("recovery-chart");
        getStylesheets()
                .add(Objects.requireNonNull(RecoveryChart.class.getResource("recovery.css"))
                        .toExternalForm());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleRoleDescription("Recovery timeline");
        setAccessibleText("Recovery timeline: nothing is chosen");
        canvas.setMouseTransparent(true);
        nothing.getStyleClass().add("nothing");
        nothing.setManaged(false);
        nothing.setMouseTransparent(true);
        getChildren().addAll(inks.node(), canvas, nothing, words.node(), hand.node());
        axis.visibleProperty().addListener((property, before, now) -> repaint());
        axis.momentProperty().addListener((property, before, now) -> repaint());
        axis.handProperty().addListener((property, before, now) -> hand.place());
        new RecoveryMouse(this);
        new RecoveryKeys(this);
    }

    /**
     * Shows these from now on.
     *
     * @param newLandmarks moments that Shift and the arrow keys go to, in order of time
     */
    public void show(List<Lane> lanes, List<Promotion> newPromotions, List<Instant> newLandmarks) {
        rows = Rows.of(lanes);
        promotions = List.copyOf(newPromotions);
        landmarks = List.copyOf(newLandmarks);
        nothing.setVisible(lanes.isEmpty());
        repaint();
    }

    /** Points these out. */
    public void pointOut(Set<Lineage.Key> backups) {
        if (!backups.equals(chosen)) {
            chosen = Set.copyOf(backups);
            repaint();
        }
    }

    /** Called with the backup whose mark was clicked at. */
    public void onPick(Consumer<Backup> listener) {
        onPick = listener;
    }

    TimeAxis axis() {
        return axis;
    }

    Times times() {
        return new Times(axis.zone(), axis.now());
    }

    List<Instant> landmarks() {
        return landmarks;
    }

    Ruler ruler() {
        return new Ruler(axis.visible(), LEFT, Math.max(1, getWidth() - LEFT - RIGHT));
    }

    void pointerAt(double y) {
        hand.pointerAt(y);
    }

    double bottom() {
        return rows.bottom();
    }

    /** What is to be told of the place below the pointer; empty if nothing is there. */
    Optional<String> told(double x, double y) {
        return Hits.at(seen, x, y).map(hit -> hit.words(times()));
    }

    /** A click: the moment, and the backup if there is a single one. */
    void pick(double x, double y) {
        axis.choose(ruler().moment(x));
        Hits.at(seen, x, y).flatMap(Hits.Hit::backup).ifPresent(onPick);
    }

    private void repaint() {
        stale = true;
        requestLayout();
    }

    @Override
    public boolean owns(KeyEvent event) {
        return RecoveryKeys.isZoom(event);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(120, rows.bottom() + BELOW);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEFT + RIGHT + 120;
    }

    @Override
    protected void layoutChildren() {
        boolean resized = canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight();
        if (!stale && !resized) {
            return;
        }
        stale = false;
        Ruler ruler = ruler();
        seen = Seen.of(rows, ruler);
        List<Ticks.Tick> ticks = Ticks.of(axis.visible(), axis.zone(), Math.max(2, (int) (ruler.width() / TICK_ROOM)));
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint(canvas.getGraphicsContext2D(), ruler, ticks);
        Words.Below below = hand.place();
        words.layout(seen, ruler, ticks, promotions, below);
        nothing.setX(Math.rint(LEFT + (ruler.width() - nothing.getLayoutBounds().getWidth()) / 2));
        nothing.setY(66);
    }

    private void paint(GraphicsContext pen, Ruler ruler, List<Ticks.Tick> ticks) {
        pen.clearRect(0, 0, getWidth(), getHeight());
        Painter painter = new Painter(pen, inks, ruler, chosen);
        double bottom = Math.max(rows.bottom(), 96);
        if (!rows.rows().isEmpty()) {
            painter.grid(ticks, bottom);
        }
        pen.save();
        pen.beginPath();
        pen.rect(LEFT - 4, 0, ruler.width() + 8, getHeight());
        pen.clip();
        painter.promotions(promotions, bottom);
        seen.rows().forEach(painter::row);
        pen.restore();
    }
}
