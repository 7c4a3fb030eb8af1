package dev.watchkeeper.app.controls.chart;

import java.time.Instant;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** Stacked areas over time. Where nothing was recorded there is a gap, which is not the same as zero. */
public final class StackChart extends TimeChart {
    private Layers layers = Layers.NONE;
    private Heap heap = Heap.NONE;

    /**
     * @param name for screen readers
     */
    public StackChart(String name, TimeAxis axis, Measure measure) {
        this(name, axis, measure, Frame.FULL);
    }

    private StackChart(String name, TimeAxis axis, Measure measure, Frame frame) {
        super(axis, measure, frame);
        assemble(name);
    }

    /** Lower, with less room around it, for a card beside a list. */
    public static StackChart small(String name, TimeAxis axis, Measure measure) {
        return new StackChart(name, axis, measure, Frame.SMALL);
    }

    /** Shows these from now on. */
    public void show(Layers newLayers) {
        if (newLayers.equals(layers)) {
            return;
        }
        layers = newLayers;
        heap = new Heap(newLayers);
        dataChanged();
    }

    /** What it shows. */
    public Layers layers() {
        return layers;
    }

    @Override
    double highest(long fromMilli, long toMilli) {
        return heap.highest(fromMilli, toMilli);
    }

    @Override
    long stepMillis() {
        return heap.steps() == 0 ? 0 : heap.stepMillis();
    }

    @Override
    void paint(GraphicsContext pen, Ruler ruler, Height height) {
        new StackPainter(pen, ruler, height, heap)
                .paint(layers.layers().stream()
                        .map(layer -> inks().color(layer.ink()))
                        .toList());
    }

    @Override
    List<Legend.Entry> entries() {
        return layers.layers().stream()
                .map(layer -> new Legend.Entry(layer.name(), layer.ink()))
                .toList();
    }

    @Override
    double valueAt(int entry, Instant moment) {
        return heap.value(entry, heap.index(moment.toEpochMilli()));
    }

    @Override
    double mean(int entry, long fromMilli, long toMilli) {
        return heap.mean(entry, fromMilli, toMilli);
    }
}
