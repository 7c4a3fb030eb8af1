package dev.watchkeeper.report.pdf;

import dev.watchkeeper.report.Shape;
import dev.watchkeeper.report.Tone;
import java.awt.Color;
import java.util.List;
import org.openpdf.text.pdf.PdfContentByte;

/** Draws the lines between boxes. */
final class ArrowPen {
    private static final double HEAD_LENGTH = 9;
    private static final double HEAD_WIDTH = 7;

    private final PdfContentByte canvas;
    private final Pen pen;
    private final Palette palette;

    ArrowPen(PdfContentByte canvas, Pen pen, Palette palette) {
        this.canvas = canvas;
        this.pen = pen;
        this.palette = palette;
    }

    void draw(Shape.Arrow arrow) {
        Color color = arrow.tone() == Tone.PLAIN ? palette.quiet() : palette.ink(arrow.tone());
        canvas.saveState();
        canvas.setColorStroke(color);
        canvas.setColorFill(color);
        canvas.setLineWidth(1.3f);
        if (arrow.dashed()) {
            canvas.setLineDash(4, 3, 0);
        }
        line(arrow);
        canvas.stroke();
        head(arrow.points());
        canvas.restoreState();
        if (!arrow.label().isEmpty()) {
            pen.labelAt(middle(arrow), arrow.label());
        }
    }

    private void line(Shape.Arrow arrow) {
        List<Shape.Point> points = arrow.points();
        canvas.moveTo(x(points.getFirst()), y(points.getFirst()));
        for (int i = 1; i < points.size(); i += arrow.smooth() ? 3 : 1) {
            Shape.Point point = points.get(i);
            if (arrow.smooth()) {
                Shape.Point second = points.get(i + 1);
                Shape.Point end = points.get(i + 2);
                canvas.curveTo(x(point), y(point), x(second), y(second), x(end), y(end));
            } else {
                canvas.lineTo(x(point), y(point));
            }
        }
    }

    private void head(List<Shape.Point> points) {
        Shape.Point tip = points.getLast();
        Shape.Point before = before(points, tip);
        double length = Math.hypot(tip.x() - before.x(), tip.y() - before.y());
        if (length == 0) {
            return;
        }
        double dx = (tip.x() - before.x()) / length;
        double dy = (tip.y() - before.y()) / length;
        double baseX = tip.x() - dx * HEAD_LENGTH;
        double baseY = tip.y() - dy * HEAD_LENGTH;
        double side = HEAD_WIDTH / 2;
        canvas.moveTo(x(tip), y(tip));
        canvas.lineTo((float) (baseX - dy * side), (float) -(baseY + dx * side));
        canvas.lineTo((float) (baseX + dy * side), (float) -(baseY - dx * side));
        canvas.fill();
    }

    /** The last point that differs from the tip: from there the arrow comes. */
    private static Shape.Point before(List<Shape.Point> points, Shape.Point tip) {
        for (int i = points.size() - 2; i >= 0; i--) {
            if (!points.get(i).equals(tip)) {
                return points.get(i);
            }
        }
        return tip;
    }

    private static Shape.Point middle(Shape.Arrow arrow) {
        List<Shape.Point> p = arrow.points();
        if (!arrow.smooth()) {
            int i = (p.size() - 1) / 2;
            return between(p.get(i), p.get(i + 1));
        }
        // the middle of the middle piece: a cubic curve at one half
        int i = (p.size() - 1) / 3 / 2 * 3;
        return new Shape.Point(
                (p.get(i).x()
                                + 3 * p.get(i + 1).x()
                                + 3 * p.get(i + 2).x()
                                + p.get(i + 3).x())
                        / 8,
                (p.get(i).y()
                                + 3 * p.get(i + 1).y()
                                + 3 * p.get(i + 2).y()
                                + p.get(i + 3).y())
                        / 8);
    }

    private static Shape.Point between(Shape.Point a, Shape.Point b) {
        return new Shape.Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
    }

    private static float x(Shape.Point point) {
        return (float) point.x();
    }

    private static float y(Shape.Point point) {
        return (float) -point.y();
    }
}
