package dev.watchkeeper.report.pdf;

import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Shape;
import java.util.List;
import org.openpdf.text.Image;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfTemplate;

/**
 * Puts drawings on the paper as vectors: in the size of the window if they fit, smaller as long as they can be read, and
 * beyond that in parts.
 */
final class DrawingSetter {
    /** No part of a drawing goes into less than this, in points. */
    private static final float LEAST_HEIGHT = 170;
    /** Points a unit: in this size text of 13 units is set in 9 points. */
    private static final double FULL = 0.7;
    /** Points a unit: as small as is done without need. */
    private static final double SMALL = 0.52;
    /** Points a unit: text of 13 units is set in 5.5 points, which is the least that print can bear. */
    private static final double LEAST = 0.42;
    /** Above and below, and for the line that tells the part, in points. */
    private static final float AROUND = 26;

    /** Room for a drawing's heading, in points. */
    private static final float HEADING = 40;

    private final Sheet sheet;

    DrawingSetter(Sheet sheet) {
        this.sheet = sheet;
    }

    /** How a drawing goes on the paper. */
    private record Plan(boolean nextPage, boolean inParts, double scale) {}

    /**
     * Whether a drawing is better begun on the next page, so that its heading may go there with it.
     *
     * @param above what will be put before it, in points
     */
    boolean wantsNextPage(Block.Drawing drawing, float above) {
        return plan(drawing, sheet.remaining() - above).nextPage();
    }

    void set(Block.Drawing drawing) {
        Plan plan = plan(drawing, sheet.remaining());
        if (plan.nextPage()) {
            sheet.paper().newPage();
        }
        if (plan.inParts()) {
            parts(drawing, plan.scale());
        } else {
            put(
                    drawing,
                    new Tiles.Span(0, drawing.width()),
                    new Tiles.Span(0, drawing.height()),
                    Math.min(plan.scale(), (sheet.remaining() - AROUND) / drawing.height()),
                    "");
        }
    }

    private Plan plan(Block.Drawing drawing, float remaining) {
        boolean freshPage = remaining > sheet.height() * 0.85;
        double byWidth = Math.min(FULL, sheet.width() / drawing.width());
        double here = Math.min(byWidth, (remaining - AROUND) / drawing.height());
        double there = Math.min(byWidth, (sheet.height() - HEADING - AROUND) / drawing.height());
        if (byWidth >= LEAST && here >= Math.min(byWidth, freshPage ? LEAST * 0.9 : SMALL)) {
            return new Plan(false, false, here);
        }
        if (byWidth >= LEAST && there >= LEAST && !freshPage) {
            return new Plan(true, false, there);
        }
        return new Plan(remaining < LEAST_HEIGHT, true, Math.max(LEAST, byWidth));
    }

    private void parts(Block.Drawing drawing, double scale) {
        List<Tiles.Span> across = Tiles.of(
                drawing.width(), sheet.width() / scale, sheet.width() / scale, boxes(drawing, true), List.of());
        List<Tiles.Span> down = Tiles.of(
                drawing.height(),
                (sheet.remaining() - AROUND) / scale,
                (sheet.height() - AROUND) / scale,
                boxes(drawing, false),
                lines(drawing));
        int part = 0;
        for (Tiles.Span y : down) {
            for (Tiles.Span x : across) {
                part++;
                String note = "Part " + part + " of " + across.size() * down.size();
                sheet.need((float) (y.length() * scale) + AROUND);
                put(drawing, x, y, scale, across.size() > 1 ? note + ", " + across.size() + " side by side" : note);
            }
        }
    }

    private static List<Tiles.Span> boxes(Block.Drawing drawing, boolean across) {
        return drawing.shapes().stream()
                .filter(Shape.Box.class::isInstance)
                .map(Shape.Box.class::cast)
                .map(box -> across
                        ? new Tiles.Span(box.x() - 4, box.x() + box.width() + 10)
                        : new Tiles.Span(box.y() - 4, box.y() + box.height() + 10))
                .toList();
    }

    /** From top to bottom of each arrow. */
    private static List<Tiles.Span> lines(Block.Drawing drawing) {
        return drawing.shapes().stream()
                .filter(Shape.Arrow.class::isInstance)
                .map(Shape.Arrow.class::cast)
                .map(arrow ->
                        arrow.points().stream().mapToDouble(Shape.Point::y).summaryStatistics())
                .map(y -> new Tiles.Span(y.getMin() - 4, y.getMax() + 4))
                .toList();
    }

    private void put(Block.Drawing drawing, Tiles.Span x, Tiles.Span y, double scale, String note) {
        float width = (float) (x.length() * scale);
        float height = (float) (y.length() * scale);
        PdfTemplate template = sheet.canvas().createTemplate(width, height);
        // from the drawing's units, y downwards, to points, y upwards
        template.concatCTM((float) scale, 0, 0, (float) scale, (float) (-x.start() * scale), (float) (y.end() * scale));
        Pen pen = new Pen(template, sheet.type(), sheet.palette());
        drawing.shapes().forEach(pen::draw);
        PdfPTable table = sheet.table(1);
        table.setSpacingBefore(4);
        table.setSpacingAfter(4);
        table.addCell(picture(template));
        if (!note.isEmpty()) {
            table.addCell(Cells.of(sheet.type(), note, sheet.quiet()));
        }
        sheet.paper().add(table);
    }

    private static PdfPCell picture(PdfTemplate template) {
        PdfPCell cell = new PdfPCell(Image.getInstance(template), false);
        cell.setBorder(Rectangle.NO_BORDER);
        Cells.pad(cell, 0, 0, 2, 0);
        return cell;
    }
}
