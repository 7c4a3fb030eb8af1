package dev.watchkeeper.report.pdf;

import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** The paper that is being filled from top to bottom, and what everything on it is set with. */
record Sheet(Document paper, PdfWriter writer, Palette palette, Typesetter type) {
    private static final float BODY = 9;
    private static final float FEW_LINES = 100;

    Style body() {
        return new Style(Face.REGULAR, BODY, palette.text());
    }

    Style quiet() {
        return new Style(Face.REGULAR, 8, palette.quiet());
    }

    Style code() {
        return new Style(Face.MONO, 7.5f, palette.text());
    }

    PdfContentByte canvas() {
        return writer.getDirectContent();
    }

    /** From margin to margin, in points. */
    float width() {
        return paper.right() - paper.left();
    }

    /** Of an empty page, in points. */
    float height() {
        return paper.top() - paper.bottom();
    }

    /** What is left of this page, in points. */
    float remaining() {
        return writer.getVerticalPosition(false) - paper.bottom();
    }

    /** Goes on to a new page if less than this is left, in points; whether it did. */
    boolean need(float height) {
        boolean turns = remaining() < height && !isFresh();
        if (turns) {
            paper.newPage();
        }
        return turns;
    }

    /**
     * Goes on to a new page if something of this height, in points, does not fit here and is small enough to be kept in
     * one piece; what is higher begins here, if there is room for a few lines, and is split. Whether it did.
     */
    boolean needFor(float height) {
        return need(height <= height() / 2 ? height : FEW_LINES);
    }

    private boolean isFresh() {
        return remaining() > height() - 1;
    }

    /** A table over the whole width. */
    PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setTotalWidth(width());
        table.setLockedWidth(true);
        return table;
    }
}
