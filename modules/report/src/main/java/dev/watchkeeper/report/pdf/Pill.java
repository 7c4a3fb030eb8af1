package dev.watchkeeper.report.pdf;

import java.awt.Color;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPCellEvent;
import org.openpdf.text.pdf.PdfPTable;

/** Round ground behind one badge's word. */
final class Pill implements PdfPCellEvent {
    /** Between the word and the pill's end, in points. */
    static final float INSET = 5;

    private final Color ground;
    private final float textWidth;
    private final Style row;
    private boolean drawn;

    /**
     * @param textWidth the word's, in points
     * @param row what the row is set in
     */
    Pill(Color ground, float textWidth, Style row) {
        this.ground = ground;
        this.textWidth = textWidth;
        this.row = row;
    }

    @Override
    public void cellLayout(PdfPCell cell, Rectangle place, PdfContentByte[] canvases) {
        if (drawn) {
            // the rest of a row that is split over pages: the word stands on the first only
            return;
        }
        drawn = true;
        float height = row.size() * 1.45f;
        float base = place.getTop() - cell.getPaddingTop() - row.leading();
        PdfContentByte canvas = canvases[PdfPTable.BACKGROUNDCANVAS];
        canvas.saveState();
        canvas.setColorFill(ground);
        canvas.roundRectangle(
                place.getLeft() + cell.getPaddingLeft() - INSET,
                base + row.size() * 0.35f - height / 2,
                textWidth + 2 * INSET,
                height,
                height / 2);
        canvas.fill();
        canvas.restoreState();
    }
}
