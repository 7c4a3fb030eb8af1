package dev.watchkeeper.postgres.describe;

import org.jspecify.annotations.Nullable;

/**
 * A name as psql's commands take it: {@code *} and {@code ?} stand for some or one character, a dot parts schema and name,
 * quotes keep a part as it is, other letters are made small.
 *
 * @param schema regular expression; null if none was named
 * @param name regular expression; null for all
 */
record NamePattern(@Nullable String schema, @Nullable String name) {
    static NamePattern of(String written) {
        if (written.isEmpty()) {
            return new NamePattern(null, null);
        }
        StringBuilder part = new StringBuilder();
        String schema = null;
        boolean quoted = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < written.length() && written.charAt(i + 1) == '"';
                i += doubled ? 1 : 0;
                part.append(doubled ? "\"" : "");
                quoted = doubled == quoted;
            } else if (quoted) {
                part.append(literal(c));
            } else if (c == '.') {
                schema = whole(part);
                part.setLength(0);
            } else if (c == '*') {
                part.append(".*");
            } else if (c == '?') {
                part.append('.');
            } else {
                part.append(literal(Character.toLowerCase(c)));
            }
        }
        return new NamePattern(schema, part.isEmpty() ? null : whole(part));
    }

    private static String whole(CharSequence part) {
        return "^(" + part + ")$";
    }

    private static String literal(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c >= 0x80 ? String.valueOf(c) : "\\" + c;
    }
}
