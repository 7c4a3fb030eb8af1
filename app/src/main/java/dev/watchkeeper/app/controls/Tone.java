package dev.watchkeeper.app.controls;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;

/** What a colour means. Never the only sign of it: words or shapes say the same. */
public enum Tone {
    NEUTRAL,
    /** Hurts now. */
    RED,
    /** Will hurt. */
    AMBER,
    /** Is well. */
    GREEN,
    /** Of another kind: waits, identifiers. */
    VIOLET,
    /** What one has chosen. */
    ACCENT;

    /** The style class: {@code tone-red}. */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }

    /** Gives a node this colour in the place of another, in one step: in between it would have none to look up. */
    public void insteadOf(Tone before, Node node) {
        List<String> classes = node.getStyleClass();
        int place = classes.indexOf(before.styleClass());
        if (place < 0) {
            classes.add(styleClass());
        } else if (before != this) {
            classes.set(place, styleClass());
        }
    }
}
