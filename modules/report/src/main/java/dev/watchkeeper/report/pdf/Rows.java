package dev.watchkeeper.report.pdf;

import org.openpdf.text.pdf.PdfPTable;

/**
 * Hands a table to the paper row by row, so that a long one never is in memory as a whole. What was added between two
 * calls (a row and its statement, a group's head and its first row) goes on one page, unless it is very high.
 */
final class Rows {
    private final Sheet sheet;
    private final PdfPTable table;
    private final float head;

    Rows(Sheet sheet, PdfPTable table) {
        this.sheet = sheet;
        this.table = table;
        this.head = table.getRowHeight(0);
        table.setComplete(false);
    }

    void flush() {
        float height = table.getTotalHeight() - (table.isSkipFirstHeader() ? head : 0);
        if (sheet.needFor(height)) {
            table.setSkipFirstHeader(false);
        }
        sheet.paper().add(table);
        // or else it comes before every row
        table.setSpacingBefore(0);
    }

    void end(float spaceAfter) {
        table.setSpacingAfter(spaceAfter);
        table.setComplete(true);
        sheet.paper().add(table);
    }
}
