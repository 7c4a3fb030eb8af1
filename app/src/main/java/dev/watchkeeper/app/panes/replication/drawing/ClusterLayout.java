package dev.watchkeeper.app.panes.replication.drawing;

import dev.watchkeeper.app.controls.graph.Box;
import dev.watchkeeper.app.controls.graph.GraphEdge;
import dev.watchkeeper.app.controls.graph.GraphLayout;
import dev.watchkeeper.app.controls.graph.GraphNode;
import dev.watchkeeper.app.controls.graph.Placed;
import dev.watchkeeper.app.controls.graph.Point;
import dev.watchkeeper.app.controls.graph.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lays out a cluster: from left to right what stands before it, the primaries, and who follows them; those who follow
 * followers, or take only some of it, below. Many followers are spread over as many columns as let them be drawn
 * largest. Pure; takes a millisecond or two for 50 nodes.
 *
 * <p>ELK's layered algorithm, which draws the locks where they are no tree, knows one direction only and puts all
 * followers of a server into one layer: the picture of a chain gets too wide, that of a star too high to be read.
 */
public final class ClusterLayout {
    private static final int MOST_COLUMNS = 5;
    /** What is usually there for the drawing. */
    private static final double ROOM_WIDTH = 870;

    private static final double ROOM_HEIGHT = 740;
    /** An edge has to win so much by another column. */
    private static final double WORTH = 1.03;

    private final Plan plan;
    private final Comparator<String> order;

    private ClusterLayout(Plan plan, Comparator<String> order) {
        this.plan = plan;
        this.order = order;
    }

    /** From nothing. */
    public static GraphLayout of(Plan plan) {
        return new ClusterLayout(plan, given(plan)).best();
    }

    /**
     * The next state: the same places if nothing but words and colours has changed; else those who stay keep their
     * order, and as many as possible their places.
     */
    public static GraphLayout next(Plan before, GraphLayout last, Plan plan) {
        if (plan.looksLike(before)) {
            return last.showing(plan.graph());
        }
        Comparator<String> asBefore =
                Comparator.comparingDouble(id -> last.place(id).map(Placed::y).orElse(Double.MAX_VALUE));
        return new ClusterLayout(plan, asBefore.thenComparing(given(plan))).best();
    }

    private static Comparator<String> given(Plan plan) {
        Map<String, Integer> index = new HashMap<>();
        plan.graph().nodes().forEach(node -> index.put(node.id(), index.size()));
        return Comparator.comparing(id -> index.getOrDefault(id, Integer.MAX_VALUE));
    }

    private GraphLayout best() {
        List<Branch> trees = Forest.of(plan, order);
        Sketch best = sketch(trees, 1);
        for (int columns = 2; columns <= MOST_COLUMNS; columns++) {
            Sketch next = sketch(trees, columns);
            if (zoom(next) > zoom(best) * WORTH) {
                best = next;
            }
        }
        return placed(best);
    }

    private static double zoom(Sketch sketch) {
        return zoom(sketch.extent().width(), sketch.extent().height());
    }

    /** How large a drawing is seen where there is the usual room, 1 at most. */
    public static double zoom(GraphLayout layout) {
        return zoom(layout.width(), layout.height());
    }

    private static double zoom(double width, double height) {
        return Math.min(1, Math.min(ROOM_WIDTH / Math.max(1, width), ROOM_HEIGHT / Math.max(1, height)));
    }

    private Sketch sketch(List<Branch> trees, int columns) {
        Sketch sketch = new Sketch();
        Trunk trunk = new Trunk(plan.measure(), columns);
        double y = 0;
        double apart = plan.measure().gap() * (areCrossed() ? 5 : 2);
        List<Branch> alone = new ArrayList<>();
        for (Branch tree : trees) {
            if (tree.isAlone() && plan.parts().get(tree.id()) != Part.PRIMARY && trees.size() > 2) {
                alone.add(tree);
            } else {
                Sketch part = trunk.root(tree);
                sketch.add(part, 0, y - part.extent().y());
                y = sketch.extent().bottom() + apart;
            }
        }
        alone(alone, y, sketch);
        new Front(plan, sketch, primaries()).draw(order);
        new Crossings(plan, sketch, 0).draw();
        return sketch;
    }

    /** Left of this stands what is no server. */
    private double primaries() {
        return areCrossed() ? -plan.measure().labelWidth() - 70 : 0;
    }

    /** Whether one primary feeds another. */
    private boolean areCrossed() {
        return plan.graph().edges().stream().anyMatch(this::isBetweenPrimaries);
    }

    private boolean isBetweenPrimaries(GraphEdge edge) {
        return plan.parts().get(edge.from()) == Part.PRIMARY
                && plan.parts().get(edge.to()) == Part.PRIMARY
                && edge.card().isPresent();
    }

    /** Those who have to do with nobody, below the others, side by side. */
    private void alone(List<Branch> alone, double top, Sketch sketch) {
        double wide = plan.measure().cardWidth() + plan.measure().gap();
        double high = plan.measure().cardHeight() + plan.measure().gap();
        int perRow = Math.max(3, (int) Math.ceil(Math.sqrt(alone.size() * 2)));
        for (int i = 0; i < alone.size(); i++) {
            int row = i / perRow;
            sketch.card(alone.get(i).id(), i % perRow * wide, top + row * high, plan.measure());
        }
    }

    /** What is worse is drawn above what is well. */
    private GraphLayout placed(Sketch sketch) {
        double dx = -sketch.extent().x();
        double dy = -sketch.extent().y();
        List<Placed> places = new ArrayList<>();
        for (GraphNode node : plan.graph().nodes()) {
            Box box = sketch.at(node.id());
            places.add(new Placed(node, box.x() + dx, box.y() + dy, box.width(), box.height()));
        }
        List<Route> routes = new ArrayList<>();
        for (GraphEdge edge : plan.graph().edges()) {
            if (sketch.isDrawn(edge.id())) {
                Sketch.Line line = Objects.requireNonNull(sketch.lines().get(edge.id()));
                List<Point> points = line.points().stream()
                        .map(point -> new Point(point.x() + dx, point.y() + dy))
                        .toList();
                Point label = new Point(line.label().x() + dx, line.label().y() + dy);
                routes.add(new Route(edge, points, label));
            }
        }
        return GraphLayout.of(plan.graph(), places, routes);
    }
}
