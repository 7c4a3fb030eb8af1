package dev.watchkeeper.app.panes.replication.drawing;

import dev.watchkeeper.app.controls.graph.Box;
import dev.watchkeeper.app.controls.graph.Point;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Part of a drawing in the making: cards and arrows, which can be moved as a whole into a larger part. */
final class Sketch {
    /**
     * An arrow.
     *
     * @param label middle of the card on it
     */
    record Line(List<Point> points, Point label) {
        Line {
            points = List.copyOf(points);
        }
    }

    private final Map<String, Box> cards = new HashMap<>();
    private final Map<String, Line> lines = new HashMap<>();
    private Optional<Box> extent = Optional.empty();

    void card(String id, double x, double y, Measure measure) {
        Box box = new Box(x, y, measure.cardWidth(), measure.cardHeight());
        cards.put(id, box);
        reserve(box);
    }

    /** The arrow of an edge; its card takes part in the extent. */
    void line(String edge, List<Point> points, Point label, Measure measure) {
        lines.put(edge, new Line(points, label));
        reserve(Box.around(label, measure.labelWidth(), measure.labelHeight()));
    }

    /** An arrow without a card. */
    void bareLine(String edge, List<Point> points) {
        lines.put(edge, new Line(points, points.get(points.size() / 2)));
        points.forEach(point -> reserve(new Box(point.x(), point.y(), 0, 0)));
    }

    /** Nothing else comes here. */
    void reserve(Box box) {
        extent = Optional.of(extent.map(box::and).orElse(box));
    }

    void add(Sketch part, double dx, double dy) {
        part.cards.forEach((id, box) -> cards.put(id, new Box(box.x() + dx, box.y() + dy, box.width(), box.height())));
        part.lines.forEach((id, line) -> lines.put(
                id,
                new Line(
                        line.points().stream()
                                .map(point -> moved(point, dx, dy))
                                .toList(),
                        moved(line.label(), dx, dy))));
        part.extent.ifPresent(box -> reserve(new Box(box.x() + dx, box.y() + dy, box.width(), box.height())));
    }

    private static Point moved(Point point, double dx, double dy) {
        return new Point(point.x() + dx, point.y() + dy);
    }

    boolean isEmpty() {
        return cards.isEmpty();
    }

    boolean has(String id) {
        return cards.containsKey(id);
    }

    boolean isDrawn(String edge) {
        return lines.containsKey(edge);
    }

    Box at(String id) {
        Box box = cards.get(id);
        if (box == null) {
            throw new IllegalArgumentException(id + " has no place");
        }
        return box;
    }

    Box extent() {
        return extent.orElse(new Box(0, 0, 0, 0));
    }

    Map<String, Box> cards() {
        return cards;
    }

    Map<String, Line> lines() {
        return lines;
    }
}
