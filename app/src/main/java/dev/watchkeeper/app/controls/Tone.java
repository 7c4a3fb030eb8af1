package dev.watchkeeper.app.controls;

import java.util.Locale;

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
}
