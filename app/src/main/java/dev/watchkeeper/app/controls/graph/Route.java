package dev.watchkeeper.app.controls.graph;

import java.util.List;

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

    /** Whether any of it can be seen in this part of the drawing. */
    boolean touches(double left, double top, double right, double bottom) {
        double west = Double.MAX_VALUE;
        double north = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double south = -Double.MAX_VALUE;
        for (Point point : points) {
            west = Math.min(west, point.x());
            east = Math.max(east, point.x());
            north = Math.min(north, point.y());
            south = Math.max(south, point.y());
        }
        return west <= right && east >= left && north - 16 <= bottom && south >= top;
    }
}
