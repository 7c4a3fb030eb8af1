package dev.watchkeeper.report.pdf;

import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/**
 * Where a line may end: after a space, a comma, a semicolon, and anywhere in Chinese and Japanese. Not after a hyphen:
 * host names have them. A word longer than the line is broken where the line ends.
 */
enum Breaks implements SplitCharacter {
    BREAKS;

    private static final char FIRST_IDEOGRAPHIC = '\u2e80';
    private static final char LAST_IDEOGRAPHIC = '\u9fff';

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        char c = text[current];
        return c == ' ' || c == '\n' || c == ',' || c == ';' || (c >= FIRST_IDEOGRAPHIC && c <= LAST_IDEOGRAPHIC);
    }
}
