package dev.watchkeeper.report.pdf;

import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Tone;
import java.util.List;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Sets a table: its head on every page, thin lines between rows, statements below their row over the whole width. */
final class TableSetter {
    private static final float GAP = 5;
    private static final float INDENT = 10;

    private final Sheet sheet;
    private final SqlInk sql;
    private final Style cell;
    private final Style head;

    TableSetter(Sheet sheet, SqlInk sql) {
        this.sheet = sheet;
        this.sql = sql;
        this.cell = sheet.body().sized(8.5f);
        this.head = sheet.quiet().in(Face.MEDIUM);
    }

    /** Of its head and its first row with what belongs to it, in points. */
    float leastHeight(Block.Table block) {
        PdfPTable table = begin(block);
        for (Line line : block.lines()) {
            add(table, line, block.columns());
            if (line instanceof Line.Row) {
                break;
            }
        }
        return table.getTotalHeight();
    }

    private PdfPTable begin(Block.Table block) {
        PdfPTable table = sheet.table(new Widths(sheet.type(), head, cell).of(block, sheet.width()));
        block.columns().forEach(column -> table.addCell(head(column)));
        table.setHeaderRows(1);
        return table;
    }

    void set(Block.Table block) {
        PdfPTable table = begin(block);
        table.setSpacingBefore(4);
        // what is taller than the room that is left is split there; what should stay together is held by Rows
        table.setSplitLate(false);
        Rows rows = new Rows(sheet, table);
        if (block.lines().isEmpty()) {
            table.addCell(across(new Phrase(), block.columns().size(), block.ifEmpty()));
        }
        for (Line line : block.lines()) {
            add(table, line, block.columns());
            if (line instanceof Line.Row) {
                rows.flush();
            }
        }
        rows.end(8);
    }

    private PdfPCell head(Column column) {
        Phrase phrase = sheet.type().line(column.title(), head);
        if (!column.unit().isEmpty()) {
            sheet.type()
                    .add(
                            phrase,
                            " " + column.unit(),
                            head.in(Face.REGULAR).in(sheet.palette().quiet()));
        }
        PdfPCell made = Cells.of(phrase, head);
        Cells.pad(made, 2, GAP, 6, GAP);
        made.setVerticalAlignment(Element.ALIGN_BOTTOM);
        made.setBackgroundColor(sheet.palette().of("bg"));
        Cells.lineBelow(made, sheet.palette().of("faint"), 0.6f);
        if (column.kind() == Column.Kind.NUMBER) {
            Cells.alignRight(made);
        }
        return made;
    }

    private void add(PdfPTable table, Line line, List<Column> columns) {
        switch (line) {
            case Line.Band band -> table.addCell(band(band, columns.size()));
            case Line.Row row -> addRow(table, row, columns);
        }
    }

    private void addRow(PdfPTable table, Line.Row row, List<Column> columns) {
        boolean ends = row.statement().isBlank();
        for (int i = 0; i < columns.size(); i++) {
            Cell value = i < row.cells().size() ? row.cells().get(i) : Cell.EMPTY;
            PdfPCell made = cell(value, columns.get(i), table.getAbsoluteWidths()[i]);
            // base lines of one row on one height, whatever the size
            float lower = columns.get(i).isMonospaced()
                    ? cell.leading() - sheet.code().leading()
                    : 0;
            Cells.pad(made, 2 + lower, GAP, ends ? 5 : 1, GAP);
            if (i == 0) {
                made.setPaddingLeft(GAP + INDENT * row.depth());
            }
            if (columns.get(i).kind() == Column.Kind.BADGE) {
                made.setPaddingLeft(made.getPaddingLeft() + Pill.INSET);
            }
            if (ends) {
                Cells.lineBelow(made, sheet.palette().line(), 0.5f);
            }
            table.addCell(made);
        }
        if (!ends) {
            table.addCell(statement(row, columns.size()));
        }
    }

    private PdfPCell cell(Cell value, Column column, float width) {
        return switch (column.kind()) {
            case TEXT -> Cells.of(sheet.type(), value.text(), toned(cell, value.tone()));
            case CODE -> Cells.of(sheet.type(), value.text(), toned(sheet.code(), value.tone()));
            case SQL -> Cells.of(sql.phrase(value.text(), sheet.code()), sheet.code());
            case NUMBER -> number(value);
            case BADGE -> badge(value, width);
        };
    }

    private PdfPCell number(Cell value) {
        Style style =
                value.tone() == Tone.PLAIN ? cell : toned(cell, value.tone()).in(Face.BOLD);
        PdfPCell made = Cells.of(sheet.type(), value.text(), style);
        Cells.alignRight(made);
        return made;
    }

    private PdfPCell badge(Cell value, float width) {
        Style style = toned(cell.sized(7.5f).in(Face.MEDIUM), value.tone());
        String word = sheet.type().fit(value.text(), style, width - 2 * GAP - 2 * Pill.INSET);
        PdfPCell made = Cells.of(sheet.type(), word, style);
        made.setLeading(cell.leading(), 0);
        if (!word.isEmpty()) {
            made.setCellEvent(
                    new Pill(sheet.palette().ground(value.tone()), sheet.type().width(word, style), cell));
        }
        return made;
    }

    private Style toned(Style style, Tone tone) {
        return tone == Tone.PLAIN ? style : style.in(sheet.palette().ink(tone));
    }

    private PdfPCell statement(Line.Row row, int columns) {
        PdfPCell made = Cells.of(sql.phrase(row.statement(), sheet.code()), sheet.code());
        made.setColspan(columns);
        Cells.pad(made, 1, GAP, 6, GAP + INDENT * row.depth());
        Cells.lineBelow(made, sheet.palette().line(), 0.5f);
        return made;
    }

    private PdfPCell band(Line.Band band, int columns) {
        Phrase phrase = sheet.type().line(band.text(), cell.in(Face.BOLD));
        return across(phrase, columns, band.note().isEmpty() ? "" : "   " + band.note());
    }

    private PdfPCell across(Phrase phrase, int columns, String note) {
        sheet.type().add(phrase, Legible.line(note), sheet.quiet());
        PdfPCell made = Cells.of(phrase, cell);
        made.setColspan(columns);
        Cells.pad(made, 5, GAP, 6, GAP);
        Cells.lineBelow(made, sheet.palette().line(), 0.5f);
        return made;
    }
}
