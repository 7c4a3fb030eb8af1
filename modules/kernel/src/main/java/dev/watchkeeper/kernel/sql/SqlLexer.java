package dev.watchkeeper.kernel.sql;

import dev.watchkeeper.kernel.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a statement into tokens, by the rules of PostgreSQL's documentation ("Lexical Structure"), in one pass. What the
 * server has cut off in the middle of a string or comment is such a token up to the end.
 */
public final class SqlLexer {
    private final String text;
    /** Whether a backslash in a plain string is a character like any other, as is the default since PostgreSQL 9.1. */
    private final boolean standardStrings;

    private int at;

    SqlLexer(String text, boolean standardStrings) {
        this.text = text;
        this.standardStrings = standardStrings;
    }

    /** Tokens that cover the whole text without gaps. */
    public static List<SqlToken> tokens(String text) {
        return tokens(text, true);
    }

    /**
     * Tokens that cover the whole text without gaps.
     *
     * @param standardStrings what {@code standard_conforming_strings} says in the session
     */
    public static List<SqlToken> tokens(String text, boolean standardStrings) {
        SqlLexer lexer = new SqlLexer(text, standardStrings);
        List<SqlToken> tokens = new ArrayList<>();
        while (lexer.hasMore()) {
            tokens.add(lexer.read());
        }
        return tokens;
    }

    boolean hasMore() {
        return at < text.length();
    }

    SqlToken read() {
        int start = at;
        Kind kind = next();
        return new SqlToken(kind, start, at);
    }

    /** Goes on there: what lies between is not SQL. */
    void skipTo(int place) {
        at = place;
    }

    private Kind next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            return skipSpace();
        }
        if (c == '-' && peek(1) == '-') {
            return lineComment();
        }
        if (c == '/' && peek(1) == '*') {
            return blockComment();
        }
        if (c == '\'') {
            return string(0, !standardStrings);
        }
        if (c == '"') {
            return quotedName(0);
        }
        if (c == '$') {
            return dollar();
        }
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            return number();
        }
        return isNameStart(c) ? word(c) : symbol();
    }

    private Kind skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return Kind.SPACE;
    }

    private Kind lineComment() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        return Kind.COMMENT;
    }

    /** These nest, unlike C's. */
    private Kind blockComment() {
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
        at = Math.min(at, text.length());
        return Kind.COMMENT;
    }

    /** From an opening quote that stands {@code prefix} characters ahead; a doubled quote belongs to the string. */
    private Kind string(int prefix, boolean backslashes) {
        at += prefix + 1;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && backslashes) {
                at++;
            } else if (c == '\'') {
                if (peek(0) == '\'') {
                    at++;
                } else if (!goesOnBelow()) {
                    break;
                }
            }
        }
        at = Math.min(at, text.length());
        return Kind.STRING;
    }

    /** A string goes on in the next quotes if nothing but blanks with a line break among them stands between. */
    private boolean goesOnBelow() {
        int ahead = at;
        boolean broken = false;
        while (ahead < text.length() && Character.isWhitespace(text.charAt(ahead))) {
            broken |= text.charAt(ahead) == '\n' || text.charAt(ahead) == '\r';
            ahead++;
        }
        if (!broken || ahead >= text.length() || text.charAt(ahead) != '\'') {
            return false;
        }
        at = ahead + 1;
        return true;
    }

    private Kind quotedName(int prefix) {
        at += prefix + 1;
        while (at < text.length()) {
            if (text.charAt(at++) == '"') {
                if (peek(0) != '"') {
                    break;
                }
                at++;
            }
        }
        return Kind.NAME;
    }

    private Kind dollar() {
        if (isDigit(peek(1))) {
            at++;
            skipDigits();
            return Kind.PARAMETER;
        }
        int close = at + 1;
        while (close < text.length() && isNamePart(text.charAt(close)) && text.charAt(close) != '$') {
            close++;
        }
        if (close >= text.length() || text.charAt(close) != '$') {
            return symbol();
        }
        String tag = text.substring(at, close + 1);
        int end = text.indexOf(tag, close + 1);
        at = end < 0 ? text.length() : end + tag.length();
        return Kind.STRING;
    }

    private Kind number() {
        boolean based = text.charAt(at) == '0' && "xXoObB".indexOf(peek(1)) >= 0;
        if (based) {
            at += 2;
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            return Kind.NUMBER;
        }
        skipDigits();
        if (peek(0) == '.' && peek(1) != '.') {
            at++;
            skipDigits();
        }
        boolean signed = peek(1) == '+' || peek(1) == '-';
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(signed ? 2 : 1))) {
            at += signed ? 2 : 1;
            skipDigits();
        }
        return Kind.NUMBER;
    }

    private Kind word(char first) {
        if (peek(1) == '\'' && "eEbBxXnN".indexOf(first) >= 0) {
            return string(1, first == 'e' || first == 'E');
        }
        if ((first == 'u' || first == 'U') && peek(1) == '&' && (peek(2) == '\'' || peek(2) == '"')) {
            return peek(2) == '"' ? quotedName(2) : string(2, false);
        }
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (SqlKeywords.contains(text.substring(start, at))) {
            return Kind.KEYWORD;
        }
        int behind = at;
        while (behind < text.length() && text.charAt(behind) == ' ') {
            behind++;
        }
        return behind < text.length() && text.charAt(behind) == '(' ? Kind.FUNCTION : Kind.NAME;
    }

    private Kind symbol() {
        at++;
        return Kind.SYMBOL;
    }

    private void skipDigits() {
        while (at < text.length() && (isDigit(text.charAt(at)) || (text.charAt(at) == '_' && isDigit(peek(1))))) {
            at++;
        }
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c >= 0x80;
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || c == '$';
    }
}
