package dev.watchkeeper.report;

/** What a colour means: red hurts now, amber will, green is well, violet is of another kind. */
public enum Tone {
    PLAIN,
    RED,
    AMBER,
    GREEN,
    VIOLET
}
