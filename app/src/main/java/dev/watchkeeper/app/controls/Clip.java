package dev.watchkeeper.app.controls;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Text on its way to the clipboard. */
public final class Clip {
    private Clip() {}

    /** Puts it there; on the FX thread. */
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
