package dev.watchkeeper.app.shell;

import javafx.beans.value.ObservableBooleanValue;

/**
 * Something one can do in a pane, by button, key or palette.
 *
 * @param name what it does, in words: {@code Terminate session…}
 * @param key the key alone, as it stands on the keyboard: {@code K}; empty if it has none. It works while no text field
 *     has the focus
 * @param possible whether it can be done just now
 * @param run called on the FX thread
 */
public record Command(String name, String key, ObservableBooleanValue possible, Runnable run) {}
