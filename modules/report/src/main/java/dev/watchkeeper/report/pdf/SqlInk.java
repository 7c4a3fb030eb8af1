package dev.watchkeeper.report.pdf;

import dev.watchkeeper.report.sql.SqlToken;
import dev.watchkeeper.report.sql.SqlTokens;
import java.awt.Color;
import org.openpdf.text.Phrase;

/** Sets statements: monospaced, with their own line breaks, words of the language in colour. */
final class SqlInk {
    private final Typesetter type;
    private final Palette palette;
    private final SqlTokens tokens = new SqlTokens();

    SqlInk(Typesetter type, Palette palette) {
        this.type = type;
        this.palette = palette;
    }

    Phrase phrase(String sql, Style style) {
        String text = Legible.lines(sql);
        Phrase phrase = new Phrase();
        int at = 0;
        for (SqlToken token : tokens.of(text)) {
            type.add(phrase, text.substring(at, token.start()), style);
            type.add(phrase, text.substring(token.start(), token.end()), style.in(color(token.kind())));
            at = token.end();
        }
        type.add(phrase, text.substring(at), style);
        return phrase;
    }

    private Color color(SqlToken.Kind kind) {
        return switch (kind) {
            case KEYWORD -> palette.of("violet");
            case STRING -> palette.of("green");
            case NUMBER -> palette.of("amber");
            case COMMENT -> palette.quiet();
        };
    }
}
