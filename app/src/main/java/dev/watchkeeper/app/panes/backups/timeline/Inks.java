package dev.watchkeeper.app.panes.backups.timeline;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** Asks the style sheet for the colours of the canvas, by shapes that nobody sees. */
final class Inks {
    private final Map<Ink, Rectangle> samples = new EnumMap<>(Ink.class);
    private final Group node = new Group();

    /** @param changed called when a colour is another one: another theme */
    Inks(Runnable changed) {
        node.setManaged(false);
        node.setMouseTransparent(true);
        for (Ink ink : Ink.values()) {
            Rectangle sample = new Rectangle();
            sample.getStyleClass().add(ink.styleClass());
            sample.fillProperty().addListener((property, before, now) -> changed.run());
            samples.put(ink, sample);
            node.getChildren().add(sample);
        }
    }

    /** Has to stand in the scene. */
    Node node() {
        return node;
    }

    Color color(Ink ink) {
        Rectangle sample = samples.get(ink);
        return sample != null && sample.getFill() instanceof Color color ? color : Color.GRAY;
    }

    /** The same, as far as the ground shines through. */
    Color color(Ink ink, double opacity) {
        return color(ink).deriveColor(0, 1, 1, opacity);
    }
}
