package dev.watchkeeper.report.pdf;

import java.awt.Color;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPCellEvent;
import org.openpdf.text.pdf.PdfPTable;

/** Round ground behind a badge's word, as wide as the word, in points; {@code line} is what the row is set in. */
record Pill(Color ground, float textWidth, Style line) implements PdfPCellEvent {
    /** Between the word and the pill's end. */
    static final float INSET = 5;

    @Override
    public void cellLayout(PdfPCell cell, Rectangle place, PdfContentByte[] canvases) {
        PdfContentByte canvas = canvases[PdfPTable.BACKGROUNDCANVAS];
        float size = line.size();
        float height = size * 1.45f;
        float base = place.getTop() - cell.getPaddingTop() - line.leading();
        canvas.saveState();
        canvas.setColorFill(ground);
        canvas.roundRectangle(
                place.getLeft() + cell.getPaddingLeft() - INSET,
                base + size * 0.35f - height / 2,
                textWidth + 2 * INSET,
                height,
                height / 2);
        canvas.fill();
        canvas.restoreState();
    }
}
