package dev.watchkeeper.app.controls.chart;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/** Asks the style sheet for the colours of a canvas, by shapes that nobody sees. */
final class Inks {
    private final Map<Ink, Rectangle> samples = new EnumMap<>(Ink.class);
    private final Group node = new Group();

    /**
     * @param changed called when a colour is another one: another theme
     */
    Inks(Runnable changed) {
        node.setManaged(false);
        node.setMouseTransparent(true);
        for (Ink ink : Ink.values()) {
            Rectangle sample = ink.swatch(0);
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
        Paint fill = sample == null ? Color.GRAY : sample.getFill();
        return fill instanceof Color color ? color : Color.GRAY;
    }
}
