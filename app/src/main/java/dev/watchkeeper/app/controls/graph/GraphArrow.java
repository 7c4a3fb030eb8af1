package dev.watchkeeper.app.controls.graph;

import dev.watchkeeper.app.controls.Tone;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.transform.Rotate;
import org.jspecify.annotations.Nullable;

/** One edge on the screen. */
final class GraphArrow extends Group {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double HEAD = 8;

    private final Path line = new Path();
    /** Invisible and wide: a line of a pixel is hard to hit. */
    private final Path reach = new Path();

    private final Polygon head = new Polygon(0, 0, -HEAD - 1, -4.5, -HEAD - 1, 4.5);
    private final Label label = new Label();
    private Tone tone = Tone.NEUTRAL;
    private Stroke stroke = Stroke.SOLID;
    private @Nullable Route shown;

    GraphArrow() {
        getStyleClass().addAll("graph-arrow", tone.styleClass());
        line.getStyleClass().addAll("line", stroke.styleClass());
        reach.getStyleClass().add("reach");
        head.getStyleClass().add("head");
        label.getStyleClass().add("graph-word");
        label.setManaged(false);
        getChildren().addAll(line, head, label, reach);
    }

    void show(Route route, boolean lit) {
        line.pseudoClassStateChanged(LIT, lit);
        head.pseudoClassStateChanged(LIT, lit);
        if (route.equals(shown)) {
            return;
        }
        boolean moved = shown == null || !route.points().equals(shown.points());
        shown = route;
        dress(route.edge());
        if (moved) {
            draw(route.points());
        }
        showWord(route);
    }

    private void dress(GraphEdge edge) {
        setMouseTransparent(!edge.selectable());
        reach.setVisible(edge.selectable());
        if (edge.stroke() != stroke) {
            line.getStyleClass().remove(stroke.styleClass());
            stroke = edge.stroke();
            line.getStyleClass().add(stroke.styleClass());
        }
        if (edge.tone() != tone) {
            edge.tone().insteadOf(tone, this);
            tone = edge.tone();
        }
    }

    private void showWord(Route route) {
        label.setVisible(!route.edge().label().isEmpty());
        label.setText(route.edge().label());
        label.applyCss();
        label.autosize();
        label.relocate(
                Math.rint(route.label().x() - label.getWidth() / 2),
                Math.rint(route.label().y() - label.getHeight() / 2));
    }

    private void draw(List<Point> points) {
        Point start = points.getFirst();
        Point end = points.getLast();
        double angle = angle(points);
        line.getElements().setAll(new MoveTo(start.x(), start.y()));
        for (int i = 1; i + 2 < points.size(); i += 3) {
            Point a = points.get(i);
            Point b = points.get(i + 1);
            Point c = points.get(i + 2);
            double shorter = i + 3 >= points.size() ? HEAD : 0;
            line.getElements()
                    .add(new CubicCurveTo(
                            a.x(),
                            a.y(),
                            b.x(),
                            b.y(),
                            c.x() - shorter * Math.cos(angle),
                            c.y() - shorter * Math.sin(angle)));
        }
        reach.getElements().setAll(line.getElements());
        head.setLayoutX(end.x());
        head.setLayoutY(end.y());
        head.getTransforms().setAll(new Rotate(Math.toDegrees(angle), 0, 0));
    }

    /** The direction in which it arrives. */
    private static double angle(List<Point> points) {
        Point end = points.getLast();
        for (Point before : points.reversed()) {
            if (!before.equals(end)) {
                return Math.atan2(end.y() - before.y(), end.x() - before.x());
            }
        }
        return 0;
    }

    @Nullable
    GraphEdge edge() {
        return shown == null ? null : shown.edge();
    }
}
