package dev.watchkeeper.app.panes.replication.drawing;

import dev.watchkeeper.app.controls.graph.Point;
import java.util.ArrayList;
import java.util.List;

/** Ways as {@link dev.watchkeeper.app.controls.graph.Route} wants them: a start, and cubic curves. */
final class Lines {
    private static final double RADIUS = 9;

    private Lines() {}

    /** Straight on. */
    static List<Point> straight(Point from, Point to) {
        return List.of(from, between(from, to, 1 / 3.0), between(from, to, 2 / 3.0), to);
    }

    /** Leaves and arrives sideways; straight if it can. */
    static List<Point> swing(Point from, Point to) {
        double half = (from.x() + to.x()) / 2;
        return List.of(from, new Point(half, from.y()), new Point(half, to.y()), to);
    }

    /** Swings to the height of its end before this place, and goes on from there. */
    static List<Point> swing(Point from, double until, Point to) {
        List<Point> points = new ArrayList<>(swing(from, new Point(until, to.y())));
        append(points, straight(new Point(until, to.y()), to));
        return points;
    }

    /** From corner to corner, each of them rounded. */
    static List<Point> corners(List<Point> corners) {
        List<Point> points = new ArrayList<>();
        points.add(corners.getFirst());
        Point at = corners.getFirst();
        for (int i = 1; i < corners.size() - 1; i++) {
            Point corner = corners.get(i);
            double round = Math.min(RADIUS, Math.min(distance(at, corner), distance(corner, corners.get(i + 1)) / 2));
            Point before = towards(corner, at, round);
            Point after = towards(corner, corners.get(i + 1), round);
            append(points, straight(at, before));
            points.add(between(before, corner, 0.55));
            points.add(between(after, corner, 0.55));
            points.add(after);
            at = after;
        }
        append(points, straight(at, corners.getLast()));
        return points;
    }

    /** Out at one side of two cards that stand below one another, and in again. */
    static List<Point> bulge(Point from, Point to, double x) {
        return List.of(from, new Point(x, from.y()), new Point(x, to.y()), to);
    }

    /** A point of a cubic curve. */
    static Point at(List<Point> curve, double share) {
        double rest = 1 - share;
        double a = rest * rest * rest;
        double b = 3 * rest * rest * share;
        double c = 3 * rest * share * share;
        double d = share * share * share;
        return new Point(
                a * curve.get(0).x()
                        + b * curve.get(1).x()
                        + c * curve.get(2).x()
                        + d * curve.get(3).x(),
                a * curve.get(0).y()
                        + b * curve.get(1).y()
                        + c * curve.get(2).y()
                        + d * curve.get(3).y());
    }

    private static void append(List<Point> points, List<Point> more) {
        points.addAll(more.subList(1, more.size()));
    }

    private static Point between(Point from, Point to, double share) {
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }

    private static Point towards(Point from, Point to, double length) {
        double far = distance(from, to);
        return far == 0 ? from : between(from, to, length / far);
    }

    private static double distance(Point one, Point other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }
}
