package dev.watchkeeper.app.controls.sql;

/**
 * A part of a text.
 *
 * @param start index of its first character
 * @param end index after its last character
 */
public record Stretch(int start, int end) {
    /** How many characters it has. */
    public int length() {
        return end - start;
    }

    /** What stands there. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
