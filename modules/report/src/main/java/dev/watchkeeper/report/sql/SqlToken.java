package dev.watchkeeper.report.sql;

/**
 * A piece of a statement that has a colour of its own.
 *
 * @param start of its first character
 * @param end after its last character
 */
public record SqlToken(Kind kind, int start, int end) {
    public enum Kind {
        KEYWORD,
        STRING,
        NUMBER,
        COMMENT
    }
}
