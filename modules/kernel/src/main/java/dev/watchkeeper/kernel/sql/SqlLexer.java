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
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;

    private SqlLexer(String text) {
        this.text = text;
    }

    /** Tokens that cover the whole text without gaps. */
    public static List<SqlToken> tokens(String text) {
        return new SqlLexer(text).all();
    }

    private List<SqlToken> all() {
        while (at < text.length()) {
            int start = at;
            Kind kind = next();
            tokens.add(new SqlToken(kind, start, at));
        }
        return tokens;
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
            return string(0, false);
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
                if (peek(0) != '\'') {
                    break;
                }
                at++;
            }
        }
        at = Math.min(at, text.length());
        return Kind.STRING;
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
