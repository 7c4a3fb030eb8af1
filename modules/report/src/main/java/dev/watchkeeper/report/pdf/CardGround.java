package dev.watchkeeper.report.pdf;

import java.awt.Color;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPCellEvent;
import org.openpdf.text.pdf.PdfPTable;

/** Coloured ground with round corners behind a cell, with a bar at its left if there is a colour for it. */
record CardGround(Color ground, Color bar, float radius) implements PdfPCellEvent {
    @Override
    public void cellLayout(PdfPCell cell, Rectangle place, PdfContentByte[] canvases) {
        PdfContentByte canvas = canvases[PdfPTable.BACKGROUNDCANVAS];
        canvas.saveState();
        canvas.roundRectangle(place.getLeft(), place.getBottom(), place.getWidth(), place.getHeight(), radius);
        canvas.clip();
        canvas.newPath();
        fill(canvas, ground, place.getLeft(), place.getBottom(), place.getWidth(), place.getHeight());
        fill(canvas, bar, place.getLeft(), place.getBottom(), 2.5f, place.getHeight());
        canvas.restoreState();
    }

    private static void fill(PdfContentByte canvas, Color color, float x, float y, float width, float height) {
        canvas.setColorFill(color);
        canvas.rectangle(x, y, width, height);
        canvas.fill();
    }
}
