package dev.watchkeeper.kernel.sql;

import dev.watchkeeper.kernel.sql.SqlStatement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds where statements end. Used once. */
final class SqlSplitter {
    private final String text;
    private final SqlLexer lexer;
    private final List<SqlStatement> found = new ArrayList<>();
    private StatementBody body = new StatementBody();
    /** Of the statement under way: its first character, -1 before it. */
    private int start = -1;

    private int end;
    private int line = 1;
    private int counted;

    SqlSplitter(String text, boolean standardStrings) {
        this.text = text;
        this.lexer = new SqlLexer(text, standardStrings);
    }

    List<SqlStatement> statements() {
        while (lexer.hasMore()) {
            take(lexer.read());
        }
        finish(end);
        return found;
    }

    private void take(SqlToken token) {
        switch (token.kind()) {
            case SPACE -> {}
            case COMMENT -> {
                if (start < 0 && text.startsWith("/*+", token.start())) {
                    start = token.start();
                    end = token.end();
                }
            }
            case SYMBOL -> symbol(token);
            case KEYWORD, NAME, FUNCTION -> {
                extend(token);
                body.word(text.substring(token.start(), token.end()).toUpperCase(Locale.ROOT));
            }
            default -> extend(token);
        }
    }

    private void symbol(SqlToken token) {
        char symbol = text.charAt(token.start());
        if (symbol == '\\') {
            finish(end);
            metaCommand(token);
        } else if (symbol == ';' && body.mayEnd()) {
            boolean dataFollow = start >= 0 && body.readsData();
            finish(token.end());
            if (dataFollow) {
                copyData();
            }
        } else {
            extend(token);
            body.symbol(symbol);
        }
    }

    private void extend(SqlToken token) {
        if (start < 0) {
            start = token.start();
        }
        end = token.end();
    }

    private void finish(int after) {
        if (start >= 0) {
            add(body.readsData() ? Kind.COPY_DATA : Kind.SQL, start, end, Math.max(end, after));
        }
        start = -1;
        body = new StatementBody();
    }

    /** Up to a semicolon outside of quotes, else to the end of the line, whatever stands there. */
    private void metaCommand(SqlToken backslash) {
        int newline = text.indexOf('\n', backslash.start());
        int stop = semicolon(backslash.start() + 2, newline < 0 ? text.length() : newline);
        int last = stop;
        while (Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        boolean closed = stop < text.length() && text.charAt(stop) == ';';
        add(Kind.META_COMMAND, backslash.start(), last, closed ? stop + 1 : last);
        lexer.skipTo(closed ? stop + 1 : stop);
    }

    private int semicolon(int from, int stop) {
        char quote = 0;
        for (int i = from; i < stop; i++) {
            char c = text.charAt(i);
            if (quote == 0 && c == ';') {
                return i;
            }
            if (c == '\'' || c == '"') {
                quote = quote == 0 ? c : c == quote ? 0 : quote;
            }
        }
        return stop;
    }

    /** The lines behind the statement, up to one that holds only {@code \.}, belong to it. */
    private void copyData() {
        SqlStatement copy = found.removeLast();
        int from = text.indexOf('\n', copy.after());
        int stop = from < 0 ? text.length() : endOfData(from);
        found.add(new SqlStatement(
                Kind.COPY_DATA, text.substring(copy.start(), copy.end()), copy.start(), copy.end(), stop, copy.line()));
        lexer.skipTo(stop);
    }

    private int endOfData(int from) {
        int at = from;
        while (at >= 0 && at < text.length()) {
            int stop = text.indexOf('\n', at + 1);
            String row = text.substring(at + 1, stop < 0 ? text.length() : stop).strip();
            if (row.equals("\\.")) {
                return stop < 0 ? text.length() : stop;
            }
            at = stop;
        }
        return text.length();
    }

    private void add(Kind kind, int from, int to, int after) {
        found.add(new SqlStatement(kind, text.substring(from, to), from, to, after, lineOf(from)));
    }

    /** Counts on from the last place that was asked for. */
    private int lineOf(int place) {
        for (; counted < place; counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
            }
        }
        return line;
    }
}
