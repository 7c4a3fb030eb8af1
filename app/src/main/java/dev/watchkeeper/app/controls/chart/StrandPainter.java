package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.history.Series;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws one line with its band. */
final class StrandPainter {
    private static final double BAND = 0.16;
    private static final double LINE = 1.6;

    private final GraphicsContext pen;
    private final Ruler ruler;
    private final Height height;
    private final Strand strand;
    private final double half;

    StrandPainter(GraphicsContext pen, Ruler ruler, Height height, Strand strand) {
        this.pen = pen;
        this.ruler = ruler;
        this.height = height;
        this.strand = strand;
        this.half = ruler.pixels(strand.step().toMillis()) / 2;
    }

    void paint(Color color) {
        List<Series.Bin> bins = strand.bins();
        int from = 0;
        while (from < bins.size()) {
            int to = from + 1;
            while (to < bins.size() && !isGap(bins.get(to - 1), bins.get(to))) {
                to++;
            }
            if (isSeen(bins.get(from), bins.get(to - 1))) {
                stretch(bins.subList(from, to), color);
            }
            from = to;
        }
    }

    private boolean isSeen(Series.Bin first, Series.Bin last) {
        return last.at().plus(strand.step()).isAfter(ruler.interval().from())
                && first.at().isBefore(ruler.interval().to());
    }

    private boolean isGap(Series.Bin before, Series.Bin bin) {
        return bin.at().toEpochMilli() - before.at().toEpochMilli() > strand.gapMillis()
                || Double.isNaN(before.mean())
                || Double.isNaN(bin.mean());
    }

    private void stretch(List<Series.Bin> bins, Color color) {
        if (Double.isNaN(bins.getFirst().mean())) {
            return;
        }
        int size = bins.size();
        double[] xs = new double[2 * size];
        double[] ys = new double[2 * size];
        double[] means = new double[size];
        for (int i = 0; i < size; i++) {
            Series.Bin bin = bins.get(i);
            double x = ruler.x(bin.at()) + half;
            xs[i] = x;
            ys[i] = height.y(bin.max());
            means[i] = height.y(bin.mean());
            xs[2 * size - 1 - i] = x;
            ys[2 * size - 1 - i] = height.y(bin.min());
        }
        pen.setFill(color.deriveColor(0, 1, 1, BAND));
        pen.fillPolygon(xs, ys, 2 * size);
        pen.setStroke(color);
        pen.setLineWidth(LINE);
        if (size == 1) {
            // a single bin is as wide as it lasted, and wide enough to be seen
            double reach = Math.max(2, half);
            pen.strokeLine(xs[0] - reach, means[0], xs[0] + reach, means[0]);
        } else {
            pen.strokePolyline(xs, means, size);
        }
    }
}
