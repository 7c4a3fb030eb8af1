package dev.watchkeeper.kernel.sql;

/**
 * A place in a text, for people.
 *
 * @param offset index in the text
 * @param line 1 for the first
 * @param column 1 for the first; counted in characters, so that one outside of Unicode's basic plane is one
 */
public record Place(int offset, int line, int column) {
    /** The place at that index; the end for one beyond. */
    public static Place of(String text, int offset) {
        int at = Math.min(offset, text.length());
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Place(at, line, text.codePointCount(lineStart, at) + 1);
    }
}
