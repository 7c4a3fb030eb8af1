package dev.watchkeeper.kernel.sql;

/**
 * A piece of a statement.
 *
 * @param start index of its first character
 * @param end index after its last character
 */
public record SqlToken(Kind kind, int start, int end) {
    /** What a piece is. */
    public enum Kind {
        KEYWORD,
        /** A name with an opening parenthesis behind it. */
        FUNCTION,
        NAME,
        STRING,
        NUMBER,
        COMMENT,
        /** {@code $1}. */
        PARAMETER,
        SYMBOL,
        SPACE
    }
}
