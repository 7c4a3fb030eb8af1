package dev.watchkeeper.app.panes.replication.drawing;

import dev.watchkeeper.app.controls.graph.Box;
import dev.watchkeeper.app.controls.graph.GraphEdge;
import dev.watchkeeper.app.controls.graph.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the arrows that are no part of a tree: routes, looks, second feeds, cycles. */
final class Crossings {
    private static final double LANE = 6;
    /** Where on a bulge its card stands, and how much of the bulge's width is reached there. */
    private static final double NEAR = 0.3;

    private static final double BULGE = 3 * NEAR * (1 - NEAR);
    private static final double[] SHARES = {0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78};

    private final Plan plan;
    private final Sketch sketch;
    private final double primaries;
    private final Map<String, Integer> entered = new HashMap<>();
    private final Map<String, Integer> lanes = new HashMap<>();
    private final double top;
    private int bulges;

    /**
     * @param primaries left edge of the primaries' column
     */
    Crossings(Plan plan, Sketch sketch, double primaries) {
        this.plan = plan;
        this.sketch = sketch;
        this.primaries = primaries;
        this.top = sketch.extent().y();
    }

    void draw() {
        List<GraphEdge> left = plan.graph().edges().stream()
                .filter(edge -> !sketch.isDrawn(edge.id()) && !edge.from().equals(edge.to()))
                .toList();
        // those that arrive at one side come in the order in which they leave: then they don't cross
        left.stream()
                .filter(edge -> edge.card().isEmpty())
                .sorted(Comparator.comparingDouble(
                        edge -> sketch.at(edge.from()).middle().y()))
                .forEach(this::draw);
        left.stream().filter(edge -> edge.card().isPresent()).forEach(this::draw);
    }

    private void draw(GraphEdge edge) {
        draw(edge, sketch.at(edge.from()), sketch.at(edge.to()));
    }

    private void draw(GraphEdge edge, Box from, Box to) {
        boolean first = from.right() < to.x() && (to.x() == primaries || to.right() <= primaries);
        if (first && edge.card().isEmpty()) {
            double y = to.middle().y() + apart(edge.to());
            sketch.bareLine(
                    edge.id(), Lines.swing(new Point(from.right(), from.middle().y()), new Point(to.x(), y)));
        } else if (from.right() < primaries) {
            overhead(edge, from, to);
        } else if (from.x() == primaries && to.x() == primaries) {
            bulge(edge, from, to);
        } else {
            across(edge, from, to);
        }
    }

    /** Arrows that enter at the same side do so a little apart. */
    private double apart(String id) {
        int index = entered.merge(id, 1, Integer::sum) - 1;
        long all = plan.graph().edges().stream()
                .filter(edge -> edge.to().equals(id) && edge.card().isEmpty())
                .count();
        double room = Math.min(plan.measure().cardHeight() * 0.6, 12.0 * (all - 1));
        return all <= 1 ? 0 : room * (index / (all - 1.0) - 0.5);
    }

    /** From the left past the primaries: above everything, and down between the arrows' cards and the server's own. */
    private void overhead(GraphEdge edge, Box from, Box to) {
        int lane = lanes.computeIfAbsent(edge.from(), id -> lanes.size());
        double out = from.right() + 16 + lane * LANE;
        double above = top - 22 - lane * LANE;
        double down = to.x() - 11 - lane * 3;
        double y = to.middle().y() + 13;
        sketch.bareLine(
                edge.id(),
                Lines.corners(List.of(
                        new Point(from.right(), from.middle().y() - 12),
                        new Point(out, from.middle().y() - 12),
                        new Point(out, above),
                        new Point(down, above),
                        new Point(down, y),
                        new Point(to.x(), y))));
    }

    /** From one primary to another: out at the left and back, its card nearer to the one that it leaves. */
    private void bulge(GraphEdge edge, Box from, Box to) {
        int pair = bulges / 2;
        double shift = 12 + 10.0 * pair;
        double x = primaries - (plan.measure().labelWidth() / 2 + 30) / BULGE - 20.0 * bulges;
        boolean down = from.y() < to.y();
        Point start = new Point(from.x(), from.middle().y() + (down ? shift : -shift));
        Point end = new Point(to.x(), to.middle().y() + (down ? -shift : shift));
        bulges++;
        List<Point> way = Lines.bulge(start, end, x);
        lined(edge, way, Lines.at(way, NEAR));
    }

    /** Anywhere: its card where it covers nothing, if there is such a place. */
    private void across(GraphEdge edge, Box from, Box to) {
        List<Point> way = way(from, to);
        List<Box> taken = new ArrayList<>(sketch.cards().values());
        sketch.lines().forEach((id, line) -> {
            if (hasCard(id)) {
                taken.add(Box.around(
                        line.label(),
                        plan.measure().labelWidth(),
                        plan.measure().labelHeight()));
            }
        });
        Point best = Lines.at(way, 0.5);
        for (double share : SHARES) {
            Point at = Lines.at(way, share);
            Box card =
                    Box.around(at, plan.measure().labelWidth(), plan.measure().labelHeight());
            if (taken.stream().noneMatch(card::overlaps)) {
                best = at;
                break;
            }
        }
        lined(edge, way, best);
    }

    private boolean hasCard(String id) {
        return plan.graph().edges().stream()
                .anyMatch(edge -> edge.id().equals(id) && edge.card().isPresent());
    }

    private void lined(GraphEdge edge, List<Point> way, Point label) {
        if (edge.card().isPresent()) {
            sketch.line(edge.id(), way, label, plan.measure());
        } else {
            sketch.bareLine(edge.id(), way);
        }
    }

    private static List<Point> way(Box from, Box to) {
        double fromX = from.middle().x();
        double toX = to.middle().x();
        if (from.right() < to.x()) {
            return Lines.swing(
                    new Point(from.right(), from.middle().y() + 14),
                    new Point(to.x(), to.middle().y() - 14));
        }
        boolean down = from.bottom() <= to.y();
        boolean up = to.bottom() <= from.y();
        if (down || up) {
            double start = down ? from.bottom() : from.y();
            double end = down ? to.y() : to.bottom();
            double half = (start + end) / 2;
            double shift = down ? 30 : -30;
            return List.of(
                    new Point(fromX + shift, start),
                    new Point(fromX + shift, half),
                    new Point(toX + shift, half),
                    new Point(toX + shift, end));
        }
        double low = Math.max(from.bottom(), to.bottom()) + 46;
        return List.of(
                new Point(fromX, from.bottom()),
                new Point(fromX, low),
                new Point(toX, low),
                new Point(toX, to.bottom()));
    }
}
