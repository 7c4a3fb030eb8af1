package dev.watchkeeper.app.controls.sql;

import dev.watchkeeper.kernel.sql.SqlToken;
import java.util.List;

/**
 * Breaks lines that are so long that no editor draws them (a dump's INSERT of a megabyte) where a blank stands between two
 * words: there a line break means the same. A string that is too long by itself becomes several, one a line, where the
 * language joins them again.
 */
final class LongLines {
    /** Longer lines are broken: each of their words is a node of its own while it is on the screen. */
    static final int LONG = 2_000;

    private static final int WIDE = 400;

    private LongLines() {}

    /** The text with line breaks added; the same one if no line is too long. */
    static String broken(String text, Language language) {
        if (longest(text) <= LONG) {
            return text;
        }
        StringBuilder broken = new StringBuilder(text.length() + text.length() / LONG);
        int column = 0;
        List<SqlToken> tokens = language.read(text).tokens();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            int newline = text.substring(token.start(), token.end()).lastIndexOf('\n');
            boolean hasNewline = newline >= 0;
            boolean blank = token.kind() == SqlToken.Kind.SPACE && !hasNewline;
            int next = i + 1 < tokens.size() ? tokens.get(i + 1).end() : token.end();
            if (language.joinsStrings() && isTooLong(text, token)) {
                column = strings(text.substring(token.start(), token.end()), broken);
            } else if (blank && column + next - token.start() > WIDE) {
                broken.append('\n');
                column = 0;
            } else {
                broken.append(text, token.start(), token.end());
                column = hasNewline ? token.end() - token.start() - newline - 1 : column + token.end() - token.start();
            }
        }
        return broken.toString();
    }

    private static boolean isTooLong(String text, SqlToken token) {
        return token.kind() == SqlToken.Kind.STRING
                && token.end() - token.start() > WIDE
                && text.charAt(token.end() - 1) == '\'';
    }

    /** Returns the length of the last line. */
    private static int strings(String string, StringBuilder broken) {
        int from = 0;
        int cut = cut(string, from);
        while (cut > 0) {
            broken.append(string, from, cut).append("'\n'");
            from = cut;
            cut = cut(string, from);
        }
        broken.append(string, from, string.length());
        return string.length() - from;
    }

    /** Between two letters, digits or blanks, away from what might be an escape; 0 if the rest may stay together. */
    private static int cut(String string, int from) {
        // in a plain string only a doubled quote is one
        int away = string.startsWith("'") ? 1 : 12;
        for (int at = from + WIDE; at < string.length() - 1; at++) {
            boolean plain = string.substring(at - away, at + 1)
                    .chars()
                    .allMatch(c -> c == ' ' || (c < 128 && Character.isLetterOrDigit(c)));
            if (plain) {
                return at;
            }
        }
        return 0;
    }

    private static int longest(String text) {
        int longest = 0;
        int from = 0;
        while (from <= text.length()) {
            int newline = text.indexOf('\n', from);
            int end = newline < 0 ? text.length() : newline;
            longest = Math.max(longest, end - from);
            from = end + 1;
        }
        return longest;
    }
}
