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
        Cells.pad(cell, 0, 0, 10, 0);
        return cell;
    }

    private PdfPCell card(Cover cover) {
        boolean several = cover.sources().size() > 1;
        PdfPTable facts = new PdfPTable(several ? new float[] {3, 2, 1.6f} : new float[] {3.2f, 3, 2, 1.6f});
        if (several) {
            PdfPCell servers = servers(cover);
            servers.setColspan(3);
            facts.addCell(servers);
        } else {
            cover.sources().forEach(source -> facts.addCell(server(source)));
        }
        PdfPCell taken = column("Taken");
        add(taken, value(Moment.utc(cover.takenAt())));
        add(taken, value(Moment.local(cover.takenAt(), cover.zone())));
        PdfPCell filter = column("Shows");
        add(filter, value(cover.filter().isEmpty() ? "everything" : cover.filter()));
        PdfPCell maker = column("Made by");
        add(maker, value(cover.madeBy()));
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

    private PdfPCell server(Source source) {
        PdfPCell column = column("Server");
        Phrase phrase = sheet.type().line(source.name(), sheet.body().in(Face.BOLD));
        sheet.type().add(phrase, "  " + source.environment().label(), environment(source));
        add(column, Cells.of(phrase, sheet.body()));
        add(column, value(source.version() + " at " + source.where()));
        return column;
    }

    private PdfPCell servers(Cover cover) {
        PdfPCell column = column("Servers");
        PdfPTable table = new PdfPTable(new float[] {2, 1, 1.4f, 4});
        table.setWidthPercentage(100);
        for (Source source : cover.sources()) {
            table.addCell(Cells.of(sheet.type(), source.name(), sheet.body().in(Face.BOLD)));
            table.addCell(Cells.of(sheet.type(), source.environment().label(), environment(source)));
            table.addCell(value(source.version()));
            table.addCell(value(source.where()));
        }
        column.addElement(table);
        column.setPaddingBottom(8);
        return column;
    }

    private Style environment(Source source) {
        return sheet.body().in(Face.MEDIUM).in(sheet.palette().of(source.environment()));
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
        return Cells.of(sheet.type(), text, sheet.body());
    }
}
