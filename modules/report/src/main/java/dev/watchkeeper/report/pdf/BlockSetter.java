package dev.watchkeeper.report.pdf;

import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Fact;
import dev.watchkeeper.report.Tone;
import java.awt.Color;
import java.util.List;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Sets one block after the other. */
final class BlockSetter {
    /** Of a heading with the space around it, in points. */
    private static final float HEADING = 38;
    /** Of the first lines of what follows a heading, so that no heading ends a page, in points. */
    private static final float SOME = 50;

    private final Sheet sheet;
    private final SqlInk sql;
    private final TableSetter tables;
    private final DrawingSetter drawings;

    BlockSetter(Sheet sheet) {
        this.sheet = sheet;
        this.sql = new SqlInk(sheet.type(), sheet.palette());
        this.tables = new TableSetter(sheet, sql);
        this.drawings = new DrawingSetter(sheet);
    }

    /** Sets them all, in their order. A heading goes on the page that begins what follows it. */
    void set(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading && i + 1 < blocks.size()) {
                makeRoom(blocks.get(i + 1));
            }
            set(blocks.get(i));
        }
    }

    private void makeRoom(Block following) {
        switch (following) {
            case Block.Drawing drawing -> {
                if (drawings.wantsNextPage(drawing, HEADING)) {
                    sheet.paper().newPage();
                }
            }
            case Block.Table table -> sheet.needFor(HEADING + tables.leastHeight(table));
            case Block.Heading heading -> sheet.need(2 * HEADING + SOME);
            case Block.Paragraph paragraph -> sheet.need(HEADING + SOME);
            case Block.Facts facts -> sheet.need(HEADING + SOME);
            case Block.Sql statement -> sheet.need(HEADING + SOME);
        }
    }

    private void set(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Facts facts -> facts(facts);
            case Block.Table table -> tables.set(table);
            case Block.Sql statement -> sql(statement);
            case Block.Drawing drawing -> drawings.set(drawing);
        }
    }

    private void heading(Block.Heading heading) {
        Style style = sheet.body().sized(13).in(Face.MEDIUM);
        Phrase phrase = sheet.type().line(heading.text(), style);
        if (!heading.note().isEmpty()) {
            sheet.type()
                    .add(
                            phrase,
                            "   " + Legible.line(heading.note()),
                            sheet.quiet().sized(9));
        }
        PdfPCell cell = Cells.of(phrase, style);
        Cells.pad(cell, 14, 0, 5, 0);
        put(cell, 0);
        new PdfOutline(
                sheet.writer().getRootOutline(),
                new PdfDestination(
                        PdfDestination.FITH, sheet.writer().getVerticalPosition(false) + style.leading() + 19),
                Legible.line(heading.text()));
    }

    private void paragraph(Block.Paragraph paragraph) {
        PdfPCell cell = Cells.of(sheet.type(), paragraph.text(), sheet.body().sized(9.5f));
        if (paragraph.tone() == Tone.PLAIN) {
            Cells.pad(cell, 0, 0, 5, 0);
            put(cell, 0);
        } else {
            Color ink = sheet.palette().ink(paragraph.tone());
            cell.setCellEvent(new CardGround(sheet.palette().ground(paragraph.tone()), ink, 4));
            Cells.pad(cell, 5, 12, 9, 14);
            put(cell, 6);
        }
    }

    private void sql(Block.Sql statement) {
        Style style = sheet.code().sized(8);
        PdfPCell cell = Cells.of(sql.phrase(statement.text(), style), style);
        Color ground = sheet.palette().of("bg");
        cell.setCellEvent(new CardGround(ground, ground, 4));
        Cells.pad(cell, 5, 10, 9, 10);
        put(cell, 6);
    }

    private void put(PdfPCell cell, float around) {
        PdfPTable table = sheet.table(1);
        table.setSpacingBefore(around);
        table.setSpacingAfter(around);
        table.setSplitLate(false);
        table.addCell(cell);
        sheet.needFor(table.getTotalHeight() + around);
        sheet.paper().add(table);
    }

    private void facts(Block.Facts facts) {
        PdfPTable table = sheet.table(1, 5);
        table.setSpacingBefore(4);
        table.setSpacingAfter(6);
        for (Fact fact : facts.facts()) {
            PdfPCell label = Cells.of(
                    sheet.type(), fact.label(), sheet.body().in(sheet.palette().quiet()));
            PdfPCell value = Cells.of(sheet.type(), fact.value(), valueStyle(fact.tone()));
            Cells.pad(label, 0, 8, 3, 0);
            Cells.pad(value, 0, 0, 3, 0);
            table.addCell(label);
            table.addCell(value);
        }
        sheet.paper().add(table);
    }

    private Style valueStyle(Tone tone) {
        return tone == Tone.PLAIN
                ? sheet.body()
                : sheet.body().in(Face.BOLD).in(sheet.palette().ink(tone));
    }
}
