package dev.watchkeeper.app.controls.graph;

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
    private static final PseudoClass DASHED = PseudoClass.getPseudoClass("dashed");
    private static final double HEAD = 8;

    private final Path line = new Path();
    private final Polygon head = new Polygon(0, 0, -HEAD - 1, -4.5, -HEAD - 1, 4.5);
    private final Label label = new Label();
    private @Nullable Route shown;

    GraphArrow() {
        getStyleClass().add("graph-arrow");
        line.getStyleClass().add("line");
        head.getStyleClass().add("head");
        label.getStyleClass().add("graph-word");
        label.setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(line, head, label);
    }

    void show(Route route, boolean lit) {
        line.pseudoClassStateChanged(LIT, lit);
        head.pseudoClassStateChanged(LIT, lit);
        if (route.equals(shown)) {
            return;
        }
        shown = route;
        line.pseudoClassStateChanged(DASHED, route.edge().dashed());
        draw(route.points());
        label.setVisible(!route.edge().label().isEmpty());
        label.setText(route.edge().label());
        label.applyCss();
        label.autosize();
        label.relocate(
                Math.rint(route.label().x() - label.getWidth() / 2),
                Math.rint(route.label().y() - label.getHeight() / 2));
    }

    private void draw(List<Point> points) {
        line.getElements()
                .setAll(new MoveTo(points.getFirst().x(), points.getFirst().y()));
        Point end = points.getLast();
        Point before = points.get(points.size() - 2);
        boolean upwards = before.x() == end.x() && before.y() > end.y();
        for (int i = 1; i + 2 < points.size(); i += 3) {
            Point a = points.get(i);
            Point b = points.get(i + 1);
            Point c = points.get(i + 2);
            boolean last = i + 3 >= points.size();
            double shortX = last && !upwards ? HEAD : 0;
            double shortY = last && upwards ? HEAD : 0;
            line.getElements().add(new CubicCurveTo(a.x(), a.y(), b.x(), b.y(), c.x() - shortX, c.y() + shortY));
        }
        head.setLayoutX(end.x());
        head.setLayoutY(end.y());
        head.getTransforms().setAll(new Rotate(upwards ? -90 : 0, 0, 0));
    }
}
