package dev.watchkeeper.app.controls;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The key beside the word of a button. */
public final class KeyHint extends Label {
    /**
     * @param key as it stands on the keyboard: {@code Space}, {@code Ctrl K}
     */
    public KeyHint(String key) {
        super(key);
        getStyleClass().add("key-hint");
        setMinWidth(Region.USE_PREF_SIZE);
        setMouseTransparent(true);
    }
}
