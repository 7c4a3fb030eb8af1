package dev.watchkeeper.app.controls.chart;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws a heap: the highest layer first, each down to the ground, so that no light falls between two. */
final class StackPainter {
    private final GraphicsContext pen;
    private final Ruler ruler;
    private final Height height;
    private final Heap heap;
    private final int first;
    private final int end;
    private final double[] xs;
    private final double[] ys;

    StackPainter(GraphicsContext pen, Ruler ruler, Height height, Heap heap) {
        this.pen = pen;
        this.ruler = ruler;
        this.height = height;
        this.heap = heap;
        this.first = Math.max(0, heap.index(ruler.interval().from().toEpochMilli()) - 1);
        this.end = Math.min(heap.steps(), heap.index(ruler.interval().to().toEpochMilli()) + 2);
        int points = Math.max(0, end - first) + 4;
        this.xs = new double[points];
        this.ys = new double[points];
    }

    /**
     * @param colors one for each layer
     */
    void paint(List<Color> colors) {
        int from = first;
        while (from < end) {
            if (!heap.isKnown(from)) {
                from++;
                continue;
            }
            int to = from;
            while (to < end && heap.isKnown(to)) {
                to++;
            }
            for (int layer = heap.layers() - 1; layer >= 0; layer--) {
                pen.setFill(colors.get(layer));
                fill(layer, from, to);
            }
            from = to;
        }
    }

    /** One stretch without a gap: the points stand in the middle of their steps, the ends reach to the steps' edges. */
    private void fill(int layer, int from, int to) {
        double half = ruler.pixels(heap.stepMillis()) / 2;
        int n = 0;
        n = point(n, ruler.x(heap.at(from)), height.base());
        n = point(n, ruler.x(heap.at(from)), height.y(heap.top(layer, from)));
        for (int i = from; i < to; i++) {
            n = point(n, ruler.x(heap.at(i)) + half, height.y(heap.top(layer, i)));
        }
        n = point(n, ruler.x(heap.at(to)), height.y(heap.top(layer, to - 1)));
        n = point(n, ruler.x(heap.at(to)), height.base());
        pen.fillPolygon(xs, ys, n);
    }

    private int point(int n, double x, double y) {
        xs[n] = x;
        ys[n] = y;
        return n + 1;
    }
}
