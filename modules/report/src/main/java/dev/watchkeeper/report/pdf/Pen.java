package dev.watchkeeper.report.pdf;

import dev.watchkeeper.report.Shape;
import dev.watchkeeper.report.Tone;
import java.awt.Color;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;

/** Draws shapes on a canvas whose unit is the drawing's, with its upper left corner at 0, 0 and y upwards. */
final class Pen {
    private static final float RADIUS = 6;
    private static final float TITLE = 13;
    private static final float SMALL = 11;
    private static final float INSET = 11;
    private static final float PILE = 4;

    private final PdfContentByte canvas;
    private final Typesetter type;
    private final Palette palette;

    Pen(PdfContentByte canvas, Typesetter type, Palette palette) {
        this.canvas = canvas;
        this.type = type;
        this.palette = palette;
    }

    void draw(Shape shape) {
        switch (shape) {
            case Shape.Box box -> box(box);
            case Shape.Arrow arrow -> new ArrowPen(canvas, this, palette).draw(arrow);
            case Shape.Label label -> {
                Color color = label.quiet() ? palette.quiet() : palette.text();
                text(label.text(), new Style(Face.REGULAR, SMALL, color), label.x(), label.y());
            }
        }
    }

    private void box(Shape.Box box) {
        if (box.stacked()) {
            card(box, 2 * PILE, palette.line());
            card(box, PILE, palette.line());
        }
        card(box, 0, box.tone() == Tone.PLAIN ? palette.of("faint") : palette.ink(box.tone()));
        float room = (float) box.width() - 2 * INSET;
        Style title = new Style(Face.BOLD, TITLE, palette.text());
        Style small = new Style(Face.REGULAR, SMALL, palette.quiet());
        // the block of lines stands in the middle of the box
        double lines = title.leading() + box.lines().size() * small.leading();
        double y = box.y() + (box.height() - lines) / 2 + TITLE;
        text(type.fit(box.title(), title, room), title, box.x() + INSET, y);
        for (String line : box.lines()) {
            y += small.leading() + 1;
            text(type.fit(line, small, room), small, box.x() + INSET, y);
        }
    }

    private void card(Shape.Box box, float shift, Color border) {
        canvas.setColorFill(palette.of("panel"));
        canvas.setColorStroke(border);
        canvas.setLineWidth(box.tone() == Tone.PLAIN || shift > 0 ? 1 : 1.6f);
        canvas.roundRectangle(
                (float) box.x() + shift,
                (float) -(box.y() + box.height()) - shift,
                (float) box.width(),
                (float) box.height(),
                RADIUS);
        canvas.fillStroke();
    }

    /** A label on white ground with its middle at the place, over a line. */
    void labelAt(Shape.Point middle, String text) {
        Style style = new Style(Face.REGULAR, SMALL, palette.quiet());
        float width = type.width(text, style);
        float x = (float) middle.x() - width / 2;
        float y = (float) middle.y() - 5;
        canvas.setColorFill(palette.of("panel"));
        canvas.rectangle(x - 2, -y - 2, width + 4, SMALL + 1);
        canvas.fill();
        text(text, style, x, y);
    }

    private void text(String text, Style style, double x, double y) {
        ColumnText.showTextAligned(
                canvas,
                Element.ALIGN_LEFT,
                type.line(text, style),
                (float) x,
                (float) -y,
                0,
                Typesetter.direction(text),
                0);
    }
}
