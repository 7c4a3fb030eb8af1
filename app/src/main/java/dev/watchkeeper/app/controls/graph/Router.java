package dev.watchkeeper.app.controls.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Leads edges from card to card, through the gaps of the columns that lie between. */
final class Router {
    private static final double MARGIN = 10;
    private final SequencedMap<String, Placed> placed;
    private final Map<Integer, TreeMap<Double, Double>> taken = new HashMap<>();

    Router(SequencedMap<String, Placed> placed) {
        this.placed = placed;
        for (Placed one : placed.values()) {
            taken.computeIfAbsent(one.column(), column -> new TreeMap<>()).put(one.y(), one.y() + Placed.HEIGHT);
        }
    }

    List<Route> routes(List<GraphEdge> edges) {
        List<Route> routes = new ArrayList<>(edges.size());
        for (GraphEdge edge : edges) {
            Placed from = placed.get(edge.from());
            Placed to = placed.get(edge.to());
            if (from != null && to != null) {
                routes.add(from.column() < to.column() ? forward(edge, from, to) : back(edge, from, to));
            }
        }
        return routes;
    }

    private Route forward(GraphEdge edge, Placed from, Placed to) {
        List<Point> points = new ArrayList<>();
        Point at = new Point(from.right(), from.middle());
        points.add(at);
        for (int column = from.column() + 1; column < to.column(); column++) {
            double share = (double) (column - from.column()) / (to.column() - from.column());
            double y = gap(column, from.middle() + share * (to.middle() - from.middle()));
            double x = Placed.columnX(column);
            at = bend(points, at, new Point(x - MARGIN / 2, y));
            at = bend(points, at, new Point(x + Placed.WIDTH + MARGIN, y));
        }
        bend(points, at, new Point(to.x(), to.middle()));
        return new Route(edge, points, label(points.getFirst(), points.get(3)));
    }

    /** Above the end of the first bend, where edges that leave the same card have parted. */
    private static Point label(Point start, Point end) {
        return new Point((start.x() + end.x() - 6) / 2, start.y() + 0.9 * (end.y() - start.y()) - 9);
    }

    private static Point bend(List<Point> points, Point from, Point to) {
        double half = (from.x() + to.x()) / 2;
        points.add(new Point(half, from.y()));
        points.add(new Point(half, to.y()));
        points.add(to);
        return to;
    }

    /** An edge of a cycle: it returns below the cards. */
    private static Route back(GraphEdge edge, Placed from, Placed to) {
        double low = Math.max(from.y(), to.y()) + Placed.HEIGHT + Placed.GAP + 14;
        Point start = new Point(from.x() + Placed.WIDTH * 0.7, from.y() + Placed.HEIGHT);
        Point end = new Point(to.x() + Placed.WIDTH * 0.3, to.y() + Placed.HEIGHT);
        Point label = new Point((start.x() + end.x()) / 2, low - 22);
        return new Route(edge, List.of(start, new Point(start.x(), low), new Point(end.x(), low), end), label);
    }

    /** The nearest height at which a line may cross this column. */
    private double gap(int column, double wish) {
        TreeMap<Double, Double> cards = taken.getOrDefault(column, new TreeMap<>());
        double above = wish;
        double below = wish;
        var card = cards.floorEntry(above + MARGIN);
        while (card != null && card.getValue() + MARGIN > above) {
            above = card.getKey() - MARGIN;
            card = cards.lowerEntry(card.getKey());
        }
        card = cards.floorEntry(below + MARGIN);
        while (card != null && card.getValue() + MARGIN > below) {
            below = card.getValue() + Placed.PILE + MARGIN;
            card = cards.floorEntry(below + MARGIN);
        }
        return wish - above <= below - wish ? above : below;
    }
}
