package dev.watchkeeper.report.pdf;

import java.text.Bidi;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfWriter;

/** Sets text of any script: each character in the first font that has it, and its number where none has. */
final class Typesetter {
    private static final String ELLIPSIS = "…";

    private final Fonts fonts;

    Typesetter(Fonts fonts) {
        this.fonts = fonts;
    }

    /** One line, whatever is in the text. */
    Phrase line(String text, Style style) {
        Phrase phrase = new Phrase();
        add(phrase, Legible.line(text), style);
        return phrase;
    }

    /** Adds text as it is, with its line breaks. */
    void add(Phrase phrase, String text, Style style) {
        for (Runs.Run run : Runs.of(fonts, style.face(), text)) {
            Font font = new Font(run.font(), style.size(), Font.NORMAL, style.color());
            phrase.add(new Chunk(run.text(), font).setSplitCharacter(Breaks.BREAKS));
        }
    }

    /** Its width on one line, in points. */
    float width(String text, Style style) {
        return ColumnText.getWidth(line(text, style));
    }

    /** The text, or as much of its beginning as fits into the width, with an ellipsis. */
    String fit(String text, Style style, float width) {
        if (width(text, style) <= width) {
            return text;
        }
        int low = 0;
        int high = text.codePointCount(0, text.length());
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(beginning(text, middle), style) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return beginning(text, low);
    }

    private static String beginning(String text, int codePoints) {
        return text.substring(0, text.offsetByCodePoints(0, codePoints)).stripTrailing() + ELLIPSIS;
    }

    /** Whether the text's first letter belongs to a script that is written from right to left. */
    static boolean isRightToLeft(String text) {
        return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /** OpenPDF's word for how the text runs. Always one that shapes Arabic. */
    static int direction(String text) {
        return isRightToLeft(text) ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR;
    }
}
