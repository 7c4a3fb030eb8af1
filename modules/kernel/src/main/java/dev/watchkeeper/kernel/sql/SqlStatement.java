package dev.watchkeeper.kernel.sql;

/**
 * One statement of a script, without the semicolon, and without blanks and comments around it (a hint in the manner of
 * pg_hint_plan, which a comment that begins with a plus sign is, belongs to it).
 *
 * @param start index in the script of its first character
 * @param end index in the script after its last character
 * @param after index in the script after its semicolon; {@code end} if it has none
 * @param line of its first character, 1 for the first
 */
public record SqlStatement(Kind kind, String text, int start, int end, int after, int line) {
    /** Who understands it. */
    public enum Kind {
        /** The server. */
        SQL,
        /** A command of psql, which begins with a backslash and ends with its line. */
        META_COMMAND,
        /** {@code COPY … FROM STDIN} with the data that follow it; only psql reads those. */
        COPY_DATA
    }

    /** A whole text that is one statement, as it stands. */
    public static SqlStatement of(String text) {
        Kind kind = text.stripLeading().startsWith("\\") ? Kind.META_COMMAND : Kind.SQL;
        return new SqlStatement(kind, text, 0, text.length(), text.length(), 1);
    }
}
