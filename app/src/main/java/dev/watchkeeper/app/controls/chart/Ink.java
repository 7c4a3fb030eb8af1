package dev.watchkeeper.app.controls.chart;

import java.util.Locale;
import javafx.scene.shape.Rectangle;

/** What a chart is drawn with; the theme's style sheet says which colour that is. */
public enum Ink {
    LAYER_1,
    LAYER_2,
    LAYER_3,
    LAYER_4,
    LAYER_5,
    LAYER_6,
    LAYER_7,
    LAYER_8,
    /** For what is not told apart. */
    OTHERS,
    /** Hurts now. */
    ALARM;

    /** How many layers are told apart by colour. */
    public static final int LAYERS = 8;

    /** The layer of this number, from 0; the ninth has the first one's colour again. */
    public static Ink layer(int index) {
        return values()[Math.floorMod(index, LAYERS)];
    }

    /** The style class: {@code ink-layer-1}. */
    String styleClass() {
        return "ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A small square of it. */
    Rectangle swatch(double side) {
        Rectangle swatch = new Rectangle(side, side);
        swatch.setArcWidth(side / 2);
        swatch.setArcHeight(side / 2);
        swatch.getStyleClass().add(styleClass());
        return swatch;
    }
}
