package dev.watchkeeper.app.panes.replication.picture;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.graph.Box;
import dev.watchkeeper.app.controls.graph.EdgeCard;
import dev.watchkeeper.app.controls.graph.GraphLayout;
import dev.watchkeeper.app.controls.graph.GraphNode;
import dev.watchkeeper.app.controls.graph.Placed;
import dev.watchkeeper.app.controls.graph.Point;
import dev.watchkeeper.app.controls.graph.Route;
import dev.watchkeeper.app.controls.graph.Stroke;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The picture of a cluster for a document: boxes and arrows as the window draws them. */
public final class ClusterDrawing {
    private static final double LEAST_WIDTH = 420;

    private ClusterDrawing() {}

    public static Block.Drawing of(GraphLayout layout) {
        List<Shape> shapes = new ArrayList<>();
        layout.routes().forEach(route -> shapes.add(arrow(route, layout)));
        for (Route route : layout.routes()) {
            route.card().ifPresent(box -> route.edge().card().ifPresent(card -> shapes.add(label(card, box, layout))));
        }
        layout.placed().values().forEach(placed -> shapes.add(box(placed, layout)));
        return new Block.Drawing(Math.max(LEAST_WIDTH, layout.width() + 2), Math.max(40, layout.height() + 4), shapes);
    }

    private static Shape arrow(Route route, GraphLayout layout) {
        return new Shape.Arrow(
                route.points().stream().map(point -> point(point, layout)).toList(),
                true,
                route.edge().stroke() != Stroke.SOLID,
                tone(route.edge().tone()),
                "");
    }

    private static Shape.Point point(Point point, GraphLayout layout) {
        return new Shape.Point(point.x(), point.y() - layout.top());
    }

    private static Shape label(EdgeCard card, Box box, GraphLayout layout) {
        return new Shape.Box(
                box.x(),
                box.y() - layout.top(),
                box.width(),
                box.height(),
                card.figure(),
                card.note().isEmpty() ? List.of() : List.of(card.note()),
                dev.watchkeeper.report.Tone.PLAIN,
                false);
    }

    private static Shape box(Placed placed, GraphLayout layout) {
        GraphNode node = placed.node();
        return new Shape.Box(
                placed.x(),
                placed.y() - layout.top(),
                placed.width(),
                placed.height(),
                node.title(),
                Stream.concat(Stream.of(node.role()), node.lines().stream())
                        .filter(line -> !line.isEmpty())
                        .toList(),
                tone(node.tone()),
                false);
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
