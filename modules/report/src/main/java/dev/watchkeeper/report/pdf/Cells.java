package dev.watchkeeper.report.pdf;

import java.awt.Color;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfWriter;

/** Makes the cells that everything in a sheet is built of: no border, base lines of one row on one height. */
final class Cells {
    private Cells() {}

    /** A cell with one text; what runs from right to left is shaped so, and still stands at the column's left. */
    static PdfPCell of(Typesetter type, String text, Style style) {
        PdfPCell cell = of(type.line(text, style), style);
        runs(cell, Typesetter.isRightToLeft(text));
        return cell;
    }

    static PdfPCell of(Phrase phrase, Style style) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setLeading(style.leading(), 0);
        pad(cell, 0, 0, 0, 0);
        runs(cell, false);
        return cell;
    }

    static PdfPCell empty() {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        pad(cell, 0, 0, 0, 0);
        return cell;
    }

    private static void runs(PdfPCell cell, boolean rightToLeft) {
        cell.setRunDirection(rightToLeft ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        // OpenPDF mirrors left and right for text that runs from right to left
        cell.setHorizontalAlignment(rightToLeft ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
    }

    static void alignRight(PdfPCell cell) {
        boolean mirrored = cell.getRunDirection() == PdfWriter.RUN_DIRECTION_RTL;
        cell.setHorizontalAlignment(mirrored ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
    }

    /** In points. */
    static void pad(PdfPCell cell, float top, float right, float bottom, float left) {
        cell.setPaddingTop(top);
        cell.setPaddingRight(right);
        cell.setPaddingBottom(bottom);
        cell.setPaddingLeft(left);
    }

    static void lineBelow(PdfPCell cell, Color color, float width) {
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(color);
        cell.setBorderWidth(width);
    }
}
