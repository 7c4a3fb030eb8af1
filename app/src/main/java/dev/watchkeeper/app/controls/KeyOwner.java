package dev.watchkeeper.app.controls;

import javafx.scene.input.KeyEvent;

/** A control that wants a key for itself while it has the focus, although the window uses it too: {@code +} on a chart. */
public interface KeyOwner {
    /** Whether the window is to leave this key to the control. */
    boolean owns(KeyEvent event);
}
