package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.app.controls.Tone;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A quiet track with a bar on it, as long as a share. */
final class ShareBar extends Pane {
    private static final double HEIGHT = 6;
    private static final double LEAST = 2;

    private final Region track = new Region();
    private final Region bar = new Region();
    private double share;

    ShareBar() {
        track.getStyleClass().add("share-track");
        bar.getStyleClass().add("share-bar");
        getChildren().addAll(track, bar);
        setMinWidth(40);
        setPrefWidth(72);
        setMouseTransparent(true);
    }

    /** @param newShare 0 to 1 */
    void show(double newShare, Tone tone) {
        share = newShare;
        bar.getStyleClass().setAll("share-bar", tone.styleClass());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double top = (getHeight() - HEIGHT) / 2;
        track.resizeRelocate(0, top, getWidth(), HEIGHT);
        double length = share <= 0 ? 0 : Math.max(LEAST, share * getWidth());
        bar.resizeRelocate(0, top, length, HEIGHT);
    }
}
