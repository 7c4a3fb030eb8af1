package dev.watchkeeper.app.controls.graph;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keyboard on a graph. */
final class GraphKeys {
    private static final double ZOOM = 1.2;
    private final GraphCanvas canvas;

    GraphKeys(GraphCanvas canvas) {
        this.canvas = canvas;
        canvas.setOnKeyPressed(this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean done = event.isShortcutDown() ? zoomed(event.getCode()) : walked(event.getCode());
        if (done) {
            event.consume();
        }
    }

    private boolean zoomed(KeyCode code) {
        switch (code) {
            case DIGIT0, NUMPAD0 -> canvas.fit();
            case PLUS, EQUALS, ADD -> canvas.zoom(ZOOM);
            case MINUS, SUBTRACT -> canvas.zoom(1 / ZOOM);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean walked(KeyCode code) {
        String at = canvas.selectedProperty().get();
        if (code == KeyCode.ENTER) {
            canvas.shown().place(at).ifPresent(card -> canvas.open(card.node()));
            return !at.isEmpty();
        }
        if (!code.isArrowKey() && code != KeyCode.PAGE_DOWN && code != KeyCode.PAGE_UP) {
            return false;
        }
        Steps steps = Steps.in(canvas.shown());
        (at.isEmpty() ? steps.first() : step(steps, at, code)).ifPresent(canvas::choose);
        return true;
    }

    private static Optional<String> step(Steps steps, String from, KeyCode code) {
        return switch (code) {
            case RIGHT, KP_RIGHT -> steps.right(from);
            case LEFT, KP_LEFT -> steps.left(from);
            case DOWN, KP_DOWN -> steps.down(from);
            case PAGE_DOWN -> steps.turn(from, true);
            case PAGE_UP -> steps.turn(from, false);
            default -> steps.up(from);
        };
    }
}
