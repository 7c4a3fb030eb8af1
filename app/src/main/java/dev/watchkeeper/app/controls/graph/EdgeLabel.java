package dev.watchkeeper.app.controls.graph;

import dev.watchkeeper.app.controls.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The small card of an edge on the screen: a number, a curve of the last minutes, a word. */
final class EdgeLabel extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double LEFT = 9;
    private static final double GAP = 8;

    private final Label figure = new Label();
    private final Label note = new Label();
    private final Polyline curve = new Polyline();
    private final Tooltip tooltip = new Tooltip();
    private Tone tone = Tone.NEUTRAL;
    private @Nullable EdgeCard card;
    private @Nullable GraphEdge shown;

    EdgeLabel() {
        getStyleClass().addAll("edge-label", tone.styleClass());
        figure.getStyleClass().add("figure");
        figure.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("note");
        curve.getStyleClass().add("curve");
        getChildren().addAll(figure, note, new Pane(curve));
        setAccessibleRole(AccessibleRole.BUTTON);
        tooltip.setShowDelay(Duration.millis(500));
        tooltip.setShowDuration(Duration.INDEFINITE);
        tooltip.setMaxWidth(420);
        tooltip.setWrapText(true);
        Tooltip.install(this, tooltip);
    }

    void show(GraphEdge edge, Box box, boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
        resizeRelocate(Math.rint(box.x()), Math.rint(box.y()), box.width(), box.height());
        if (edge.equals(shown)) {
            return;
        }
        shown = edge;
        tooltip.setText(edge.story());
        setAccessibleText(edge.story());
        edge.card().ifPresent(this::fill);
    }

    private void fill(EdgeCard now) {
        card = now;
        figure.setText(now.figure());
        note.setText(now.note());
        note.setVisible(!now.note().isEmpty());
        if (now.tone() != tone) {
            now.tone().insteadOf(tone, this);
            tone = now.tone();
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        EdgeCard now = card;
        if (now == null) {
            return;
        }
        boolean two = !now.note().isEmpty();
        double wide = Math.min(figure.prefWidth(-1), getWidth() - 2 * LEFT);
        double high = figure.prefHeight(-1);
        double noteHigh = note.prefHeight(-1);
        double top = Math.rint((getHeight() - high - (two ? noteHigh : 0)) / 2);
        figure.resizeRelocate(LEFT, top, wide, high);
        note.resizeRelocate(LEFT, top + high, getWidth() - LEFT - 4, noteHigh);
        double from = LEFT + wide + GAP;
        double room = getWidth() - LEFT - from;
        curve.setVisible(room > 18 && now.trend().size() > 1);
        if (curve.isVisible()) {
            curve.getPoints().setAll(points(now.trend(), from, top + 3, room, high - 6));
        }
    }

    /** The highest stands at the top, nothing at the bottom; a level line that is not nothing stands in the middle. */
    private static List<Double> points(List<Double> trend, double x, double y, double width, double height) {
        double most = trend.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double least = trend.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        List<Double> points = new ArrayList<>(trend.size() * 2);
        for (int i = 0; i < trend.size(); i++) {
            double share = most == 0 ? 0 : most == least ? 0.5 : trend.get(i) / most;
            points.add(x + width * i / (trend.size() - 1));
            points.add(y + height * (1 - share));
        }
        return points;
    }

    @Nullable
    GraphEdge edge() {
        return shown;
    }
}
