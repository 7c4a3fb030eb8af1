package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.sql.Language;
import dev.watchkeeper.app.controls.sql.Stretch;
import dev.watchkeeper.kernel.sql.SqlToken;
import dev.watchkeeper.kernel.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Redis commands, one a line, as the editor has to know them. */
final class RedisLanguage implements Language {
    @Override
    public Reading read(String text) {
        List<SqlToken> tokens = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int newline = text.indexOf('\n', from);
            int end = newline < 0 ? text.length() : newline;
            line(text, from, end, tokens);
            if (newline >= 0) {
                tokens.add(new SqlToken(Kind.SPACE, newline, newline + 1));
            }
            from = end + 1;
        }
        return new Read(text, tokens);
    }

    private static void line(String text, int from, int end, List<SqlToken> tokens) {
        int at = from;
        boolean first = true;
        while (at < end) {
            int start = at;
            Kind kind = Kind.SPACE;
            if (Character.isWhitespace(text.charAt(at))) {
                while (at < end && Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
            } else if (first && text.charAt(at) == '#') {
                kind = Kind.COMMENT;
                at = end;
            } else {
                at = wordEnd(text, at, end);
                kind = first ? Kind.KEYWORD : kind(text.substring(start, at));
                first = false;
            }
            tokens.add(new SqlToken(kind, start, at));
        }
    }

    private static int wordEnd(String text, int from, int end) {
        char quote = text.charAt(from);
        boolean quoted = quote == '"' || quote == '\'';
        int at = from + 1;
        while (at < end) {
            char c = text.charAt(at);
            if (quoted && c == '\\' && at + 1 < end) {
                at++;
            } else if (quoted ? c == quote : Character.isWhitespace(c)) {
                return quoted ? at + 1 : at;
            }
            at++;
        }
        return end;
    }

    private static Kind kind(String word) {
        if (word.startsWith("\"") || word.startsWith("'")) {
            return Kind.STRING;
        }
        return word.matches("-?[0-9]+(\\.[0-9]+)?") ? Kind.NUMBER : Kind.NAME;
    }

    @Override
    public String comment() {
        return "#";
    }

    private record Read(String text, List<SqlToken> tokens) implements Reading {
        @Override
        public Optional<Stretch> statementAt(int caret) {
            int from = text.lastIndexOf('\n', caret - 1) + 1;
            int newline = text.indexOf('\n', caret);
            int end = newline < 0 ? text.length() : newline;
            return text.substring(from, end).isBlank() ? Optional.empty() : Optional.of(new Stretch(from, end));
        }
    }
}
