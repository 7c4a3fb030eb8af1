package dev.watchkeeper.app.panes.host;

import dev.watchkeeper.app.controls.Tone;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** How much of something is used. */
final class ShareBar extends Region {
    private static final double HEIGHT = 10;

    private final Rectangle used = new Rectangle();
    private final double share;

    /** @param share 0 to 1 */
    ShareBar(double share, Tone tone) {
        this.share = Math.clamp(share, 0, 1);
        getStyleClass().add("share-bar");
        used.getStyleClass().setAll("used", tone.styleClass());
        used.setArcWidth(8);
        used.setArcHeight(8);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().add(used);
    }

    @Override
    protected void layoutChildren() {
        used.setWidth(getWidth() * share);
        used.setHeight(getHeight());
    }
}
