package dev.watchkeeper.report.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One walk through one statement; linear in its length. */
final class SqlScanner {
    private final String sql;
    private final Set<String> keywords;
    private final List<SqlToken> tokens = new ArrayList<>();

    SqlScanner(String sql, Set<String> keywords) {
        this.sql = sql;
        this.keywords = keywords;
    }

    List<SqlToken> scan() {
        int at = 0;
        while (at < sql.length()) {
            at = pass(at, sql.charAt(at));
        }
        return tokens;
    }

    /** Passes what begins here; where the next begins. */
    private int pass(int at, char c) {
        if (sql.startsWith("--", at)) {
            return add(SqlToken.Kind.COMMENT, at, before('\n', at));
        }
        if (sql.startsWith("/*", at)) {
            return add(SqlToken.Kind.COMMENT, at, endOfComment(at));
        }
        if (c == '\'') {
            return add(SqlToken.Kind.STRING, at, endOfQuoted(at, '\'', false));
        }
        if (c == '"') {
            return endOfQuoted(at, '"', false);
        }
        if (c == '$') {
            return dollar(at);
        }
        if (isDigit(c)) {
            return add(SqlToken.Kind.NUMBER, at, endOfNumber(at));
        }
        return Character.isLetter(c) || c == '_' ? word(at) : at + 1;
    }

    private int add(SqlToken.Kind kind, int start, int end) {
        tokens.add(new SqlToken(kind, start, end));
        return end;
    }

    private int word(int start) {
        int end = start + 1;
        while (end < sql.length() && isPartOfWord(sql.charAt(end))) {
            end++;
        }
        String word = sql.substring(start, end);
        if (word.equalsIgnoreCase("e") && end < sql.length() && sql.charAt(end) == '\'') {
            return add(SqlToken.Kind.STRING, start, endOfQuoted(end, '\'', true));
        }
        return keywords.contains(word.toUpperCase(Locale.ROOT)) ? add(SqlToken.Kind.KEYWORD, start, end) : end;
    }

    /** A parameter ($1), or a string between dollars ($body$ … $body$), or just a dollar. */
    private int dollar(int start) {
        int end = start + 1;
        if (end < sql.length() && isDigit(sql.charAt(end))) {
            return add(SqlToken.Kind.NUMBER, start, endOfNumber(end));
        }
        while (end < sql.length() && isPartOfWord(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        if (end == sql.length() || sql.charAt(end) != '$') {
            return start + 1;
        }
        String tag = sql.substring(start, end + 1);
        int close = sql.indexOf(tag, end + 1);
        return add(SqlToken.Kind.STRING, start, close < 0 ? sql.length() : close + tag.length());
    }

    /** Quotes are doubled inside; in an escape string a backslash takes the next character with it. */
    private int endOfQuoted(int start, char quote, boolean escapes) {
        int at = start + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (escapes && c == '\\') {
                at++;
            } else if (c == quote) {
                if (at + 1 == sql.length() || sql.charAt(at + 1) != quote) {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return sql.length();
    }

    /** Comments nest in PostgreSQL. */
    private int endOfComment(int start) {
        int depth = 0;
        int at = start;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return sql.length();
    }

    private int endOfNumber(int start) {
        int at = start;
        while (at < sql.length()
                && (isDigit(sql.charAt(at)) || sql.charAt(at) == '.' || Character.isLetter(sql.charAt(at)))) {
            at++;
        }
        return at;
    }

    private int before(char stop, int from) {
        int found = sql.indexOf(stop, from);
        return found < 0 ? sql.length() : found;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
