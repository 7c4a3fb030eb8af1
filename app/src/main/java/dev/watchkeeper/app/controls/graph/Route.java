package dev.watchkeeper.app.controls.graph;

import java.util.List;
import java.util.Optional;

/**
 * An edge and the way that it takes.
 *
 * @param points the start, and for each cubic curve two control points and its end: 1 + 3n points
 * @param label middle of the label
 */
public record Route(GraphEdge edge, List<Point> points, Point label) {
    public Route {
        points = List.copyOf(points);
    }

    Route showing(GraphEdge now) {
        return new Route(now, points, label);
    }

    /** Where its card stands; empty if it has none. */
    public Optional<Box> card() {
        return edge.card().map(card -> Box.around(label, card.width(), card.height()));
    }

    /** All of it, with its card. */
    public Box box() {
        Point start = points.getFirst();
        Box box = new Box(start.x(), start.y(), 0, 0);
        for (Point point : points) {
            box = box.and(new Box(point.x(), point.y(), 0, 0));
        }
        Optional<Box> card = card();
        return card.isPresent() ? box.and(card.get()) : box;
    }

    /** Whether any of it can be seen in this part of the drawing; a word stands above the line. */
    boolean touches(Box part) {
        Box box = box();
        return box.x() <= part.right()
                && box.right() >= part.x()
                && box.y() - 16 <= part.bottom()
                && box.bottom() >= part.y();
    }
}
