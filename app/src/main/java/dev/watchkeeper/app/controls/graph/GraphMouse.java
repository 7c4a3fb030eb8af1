package dev.watchkeeper.app.controls.graph;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Dragging, clicking and the wheel on a graph. */
final class GraphMouse {
    /** A press that moves less than this is a click. */
    private static final double STILL = 4;

    private final GraphCanvas canvas;
    private double pressedX;
    private double pressedY;
    private Viewport pressedView = new Viewport(1, 0, 0);
    private boolean dragging;

    GraphMouse(GraphCanvas canvas) {
        this.canvas = canvas;
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnScroll(this::scrolled);
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
        pressedView = canvas.viewport();
        dragging = false;
    }

    private void dragged(MouseEvent event) {
        double dx = event.getX() - pressedX;
        double dy = event.getY() - pressedY;
        dragging = dragging || Math.hypot(dx, dy) > STILL;
        if (dragging && event.isPrimaryButtonDown()) {
            canvas.setCursor(Cursor.CLOSED_HAND);
            canvas.look(pressedView.moved(dx, dy));
        }
    }

    private void released(MouseEvent event) {
        canvas.setCursor(Cursor.DEFAULT);
        if (!dragging && event.getButton() == MouseButton.PRIMARY) {
            Node picked = event.getPickResult().getIntersectedNode();
            if (picked != null) {
                clicked(picked);
            }
        }
        event.consume();
    }

    private void clicked(Node picked) {
        for (Node at = picked; at != null; at = at.getParent()) {
            GraphNode node = at instanceof GraphCard card ? card.node() : null;
            if (node != null) {
                canvas.choose(node.id());
                if (node.stacked() || ((GraphCard) at).isOffer(picked)) {
                    canvas.open(node);
                }
                return;
            }
            GraphEdge edge =
                    at instanceof GraphArrow arrow ? arrow.edge() : at instanceof EdgeLabel label ? label.edge() : null;
            if (edge != null) {
                canvas.choose(edge.id());
                return;
            }
        }
    }

    private void scrolled(ScrollEvent event) {
        Viewport view = canvas.viewport();
        if (event.isShortcutDown()) {
            canvas.look(view.zoomed(Math.pow(1.0015, event.getDeltaY()), event.getX(), event.getY()));
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            canvas.look(view.moved(event.getDeltaY(), 0));
        } else {
            canvas.look(view.moved(event.getDeltaX(), event.getDeltaY()));
        }
        event.consume();
    }
}
