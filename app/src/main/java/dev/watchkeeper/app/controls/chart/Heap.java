package dev.watchkeeper.app.controls.chart;

import java.util.List;

/** Layers put upon each other: for each step how high each one reaches. Immutable. */
final class Heap {
    static final Heap NONE = new Heap(Layers.NONE);

    private final long from;
    private final long step;
    private final int steps;
    /** By layer, then by step; NaN where nothing is known. */
    private final double[][] tops;

    Heap(Layers layers) {
        from = layers.from().toEpochMilli();
        step = Math.max(1, layers.step().toMillis());
        steps = layers.steps();
        tops = new double[layers.layers().size()][steps];
        for (int layer = 0; layer < tops.length; layer++) {
            List<Double> values = layers.layers().get(layer).values();
            for (int i = 0; i < steps; i++) {
                tops[layer][i] = (layer == 0 ? 0 : tops[layer - 1][i]) + values.get(i);
            }
        }
    }

    int layers() {
        return tops.length;
    }

    int steps() {
        return steps;
    }

    long stepMillis() {
        return step;
    }

    /** The beginning of a step. */
    long at(int index) {
        return from + step * index;
    }

    /** The step that this moment lies in; it may not exist. */
    int index(long epochMilli) {
        return Math.clamp(Math.floorDiv(epochMilli - from, step), -1, steps);
    }

    boolean isKnown(int index) {
        return index >= 0 && index < steps && tops.length > 0 && !Double.isNaN(tops[tops.length - 1][index]);
    }

    /** Where a layer's upper edge is. */
    double top(int layer, int index) {
        return tops[layer][index];
    }

    /** A layer's own value; NaN if it isn't known. */
    double value(int layer, int index) {
        return isKnown(index) ? tops[layer][index] - (layer == 0 ? 0 : tops[layer - 1][index]) : Double.NaN;
    }

    /** The mean of a layer in between, over the steps of which something is known; NaN if there are none. */
    double mean(int layer, long fromMilli, long toMilli) {
        double sum = 0;
        int known = 0;
        for (int i = Math.max(0, index(fromMilli)); i < steps && at(i) < toMilli; i++) {
            if (isKnown(i)) {
                sum += value(layer, i);
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    double highest(long fromMilli, long toMilli) {
        double highest = 0;
        for (int i = Math.max(0, index(fromMilli)); i < steps && at(i) < toMilli; i++) {
            if (isKnown(i)) {
                highest = Math.max(highest, tops[tops.length - 1][i]);
            }
        }
        return highest;
    }
}
