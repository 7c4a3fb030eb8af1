package dev.watchkeeper.postgres.sql;

/** The one place where text becomes part of a statement that takes no parameters. */
public final class Quoting {
    private Quoting() {}

    /**
     * As a string literal that means the same whatever {@code standard_conforming_strings} says (documentation, 4.1.2.2
     * "String Constants with C-Style Escapes").
     *
     * @throws IllegalArgumentException if it holds a NUL, which no PostgreSQL text can
     */
    public static String literal(String text) {
        rejectNul(text);
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /**
     * As a quoted identifier.
     *
     * @throws IllegalArgumentException if it is empty or holds a NUL
     */
    public static String identifier(String name) {
        rejectNul(name);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an identifier can't be empty");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void rejectNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name can't hold a NUL character");
        }
    }
}
