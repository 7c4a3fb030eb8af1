package dev.watchkeeper.report.pdf;

import dev.watchkeeper.kernel.sql.SqlLexer;
import dev.watchkeeper.kernel.sql.SqlToken;
import org.openpdf.text.Phrase;

/** Sets statements: monospaced, with their own line breaks, words of the language in colour. */
final class SqlInk {
    private final Typesetter type;
    private final Palette palette;

    SqlInk(Typesetter type, Palette palette) {
        this.type = type;
        this.palette = palette;
    }

    Phrase phrase(String sql, Style style) {
        String text = Legible.lines(sql);
        Phrase phrase = new Phrase();
        for (SqlToken token : SqlLexer.tokens(text)) {
            type.add(phrase, text.substring(token.start(), token.end()), in(style, token.kind()));
        }
        return phrase;
    }

    private Style in(Style style, SqlToken.Kind kind) {
        return switch (kind) {
            case KEYWORD -> style.in(palette.of("violet"));
            case STRING -> style.in(palette.of("green"));
            case NUMBER, PARAMETER -> style.in(palette.of("amber"));
            case COMMENT -> style.in(palette.quiet());
            case FUNCTION, NAME, SYMBOL, SPACE -> style;
        };
    }
}
