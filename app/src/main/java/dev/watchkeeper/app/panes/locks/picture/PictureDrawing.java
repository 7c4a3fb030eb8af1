package dev.watchkeeper.app.panes.locks.picture;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.graph.GraphLayout;
import dev.watchkeeper.app.controls.graph.GraphNode;
import dev.watchkeeper.app.controls.graph.LayeredLayout;
import dev.watchkeeper.app.controls.graph.Placed;
import dev.watchkeeper.app.controls.graph.Point;
import dev.watchkeeper.app.controls.graph.Route;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Shape;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The picture of a forest for a document: lines and boxes as the window draws them, with its legend. */
public final class PictureDrawing {
    private static final double HEAD = 26;
    private static final double LEGEND = 40;
    private final GraphLayout layout;
    private final List<Shape> shapes = new ArrayList<>();

    private PictureDrawing(GraphLayout layout) {
        this.layout = layout;
    }

    /**
     * Draws a forest with everything folded that can be.
     *
     * @param zone of the reader
     */
    public static Block.Drawing of(Snapshot<BlockingForest> snapshot, ZoneId zone) {
        return of(LayeredLayout.of(
                ForestPicture.of(snapshot.value(), snapshot.takenAt(), zone).graph()));
    }

    /** Draws what is laid out already. */
    public static Block.Drawing of(GraphLayout layout) {
        return new PictureDrawing(layout).drawing();
    }

    private Block.Drawing drawing() {
        List<String> columns = layout.graph().columns();
        for (int column = 0; column < Math.min(columns.size(), layout.columns()); column++) {
            shapes.add(new Shape.Label(Placed.columnX(column), 12, columns.get(column), true));
        }
        layout.routes().forEach(route -> shapes.add(arrow(route)));
        layout.placed().values().forEach(placed -> shapes.add(box(placed)));
        double bottom = HEAD + layout.height();
        legend(bottom + LEGEND - 8);
        return new Block.Drawing(Math.max(420, layout.width() + 2), bottom + LEGEND, shapes);
    }

    private void legend(double y) {
        shapes.add(line(0, y, false));
        shapes.add(new Shape.Label(36, y + 4, "blocks (holds the lock)", true));
        shapes.add(line(200, y, true));
        shapes.add(new Shape.Label(236, y + 4, "ahead in the queue", true));
    }

    private static Shape line(double x, double y, boolean dashed) {
        return new Shape.Arrow(
                List.of(new Shape.Point(x, y), new Shape.Point(x + 28, y)),
                false,
                dashed,
                dev.watchkeeper.report.Tone.PLAIN,
                "");
    }

    private Shape arrow(Route route) {
        return new Shape.Arrow(
                route.points().stream().map(this::point).toList(),
                true,
                route.edge().dashed(),
                dev.watchkeeper.report.Tone.PLAIN,
                route.edge().label());
    }

    private Shape.Point point(Point point) {
        return new Shape.Point(point.x(), y(point.y()));
    }

    private Shape box(Placed placed) {
        GraphNode node = placed.node();
        return new Shape.Box(
                placed.x(),
                y(placed.y()),
                Placed.WIDTH,
                Placed.HEIGHT,
                node.title(),
                List.of(node.subtitle()),
                tone(node.tone()),
                node.stacked());
    }

    private double y(double inLayout) {
        return inLayout - layout.top() + HEAD;
    }

    private static dev.watchkeeper.report.Tone tone(Tone tone) {
        return switch (tone) {
            case RED -> dev.watchkeeper.report.Tone.RED;
            case AMBER -> dev.watchkeeper.report.Tone.AMBER;
            case GREEN -> dev.watchkeeper.report.Tone.GREEN;
            case VIOLET -> dev.watchkeeper.report.Tone.VIOLET;
            case NEUTRAL, ACCENT -> dev.watchkeeper.report.Tone.PLAIN;
        };
    }
}
