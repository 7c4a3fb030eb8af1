package dev.watchkeeper.report.pdf;

import dev.watchkeeper.report.Cover;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Source;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Sets the top of the first page: title, the sentence, and a card that tells servers, versions, time and filter. */
final class CoverSetter {
    private final Sheet sheet;

    CoverSetter(Sheet sheet) {
        this.sheet = sheet;
    }

    void set(Document document) {
        PdfPTable table = sheet.table(1);
        table.addCell(title(document.title()));
        if (!document.sentence().isEmpty()) {
            table.addCell(sentence(document.sentence()));
        }
        table.addCell(card(document.cover()));
        table.setSpacingAfter(4);
        sheet.paper().add(table);
    }

    private PdfPCell title(String title) {
        Style style = sheet.body().sized(21).in(Face.MEDIUM);
        PdfPCell cell = Cells.of(sheet.type(), title, style);
        Cells.pad(cell, 0, 0, 5, 0);
        return cell;
    }

    private PdfPCell sentence(String sentence) {
        Style style = sheet.body().sized(11.5f);
        PdfPCell cell = Cells.of(sheet.type(), sentence, style);
        Cells.pad(cell, 0, 0, 8, 0);
        return cell;
    }

    private PdfPCell card(Cover cover) {
        PdfPTable facts = new PdfPTable(new float[] {3.2f, 3, 2, 1.6f});
        PdfPCell servers = column(cover.sources().size() == 1 ? "Server" : "Servers");
        cover.sources().forEach(source -> add(servers, server(source)));
        PdfPCell taken = column("Taken");
        add(taken, value(Moment.utc(cover.takenAt())));
        add(taken, value(Moment.local(cover.takenAt(), cover.zone())));
        PdfPCell filter = column("Shows");
        add(filter, value(cover.filter().isEmpty() ? "everything" : cover.filter()));
        PdfPCell maker = column("Made by");
        add(maker, value(cover.madeBy()));
        facts.addCell(servers);
        facts.addCell(taken);
        facts.addCell(filter);
        facts.addCell(maker);
        PdfPCell card = new PdfPCell(facts);
        card.setBorder(Rectangle.NO_BORDER);
        Cells.pad(card, 8, 12, 10, 12);
        card.setCellEvent(
                new CardGround(sheet.palette().of("bg"), sheet.palette().of("bg"), 6));
        return card;
    }

    private PdfPCell column(String label) {
        PdfPCell cell = Cells.empty();
        cell.setPaddingRight(10);
        add(cell, Cells.of(sheet.type(), label, sheet.quiet()));
        return cell;
    }

    /** One line of a column, as a table of one cell: only so does each line find its own direction. */
    private static void add(PdfPCell column, PdfPCell line) {
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.addCell(line);
        column.addElement(table);
    }

    private PdfPCell value(String text) {
        PdfPCell cell = Cells.of(sheet.type(), text, sheet.body());
        cell.setPaddingTop(1);
        return cell;
    }

    private PdfPCell server(Source source) {
        Phrase phrase = sheet.type().line(source.name(), sheet.body().in(Face.BOLD));
        Style environment = sheet.body().in(Face.MEDIUM).in(sheet.palette().of(source.environment()));
        sheet.type().add(phrase, "  " + source.environment().label(), environment);
        sheet.type().add(phrase, "\n" + Legible.line(source.version() + " at " + source.where()), sheet.body());
        PdfPCell cell = Cells.of(phrase, sheet.body());
        Cells.pad(cell, 1, 0, 2, 0);
        return cell;
    }
}
