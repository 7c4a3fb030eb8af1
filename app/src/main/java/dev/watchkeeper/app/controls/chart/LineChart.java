package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.history.Series;
import java.time.Instant;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** Lines over time, each with a band from the least to the most of a step. */
public final class LineChart extends TimeChart {
    private List<Strand> strands = List.of();

    /**
     * @param name for screen readers
     */
    public LineChart(String name, TimeAxis axis, Measure measure) {
        this(name, axis, measure, Frame.FULL);
    }

    private LineChart(String name, TimeAxis axis, Measure measure, Frame frame) {
        super(axis, measure, frame);
        assemble(name);
    }

    /** Lower, with less room around it, for a card beside a list. */
    public static LineChart small(String name, TimeAxis axis, Measure measure) {
        return new LineChart(name, axis, measure, Frame.SMALL);
    }

    /** Shows these from now on. */
    public void show(List<Strand> newStrands) {
        if (newStrands.equals(strands)) {
            return;
        }
        strands = List.copyOf(newStrands);
        dataChanged();
    }

    @Override
    double highest(long fromMilli, long toMilli) {
        double highest = 0;
        for (Strand strand : strands) {
            for (Series.Bin bin : strand.bins()) {
                long at = bin.at().toEpochMilli();
                if (at + strand.step().toMillis() > fromMilli && at < toMilli) {
                    highest = Math.max(highest, bin.max());
                }
            }
        }
        return highest;
    }

    @Override
    long stepMillis() {
        return strands.isEmpty() ? 0 : strands.getFirst().step().toMillis();
    }

    @Override
    void paint(GraphicsContext pen, Ruler ruler, Height height) {
        for (Strand strand : strands) {
            new StrandPainter(pen, ruler, height, strand).paint(inks().color(strand.ink()));
        }
    }

    @Override
    List<Legend.Entry> entries() {
        return strands.stream()
                .map(strand -> new Legend.Entry(strand.name(), strand.ink()))
                .toList();
    }

    @Override
    double valueAt(int entry, Instant moment) {
        Strand strand = strands.get(entry);
        int index = strand.index(moment.toEpochMilli());
        return index < 0 ? Double.NaN : strand.bins().get(index).mean();
    }

    @Override
    double mean(int entry, long fromMilli, long toMilli) {
        return strands.get(entry).bins().stream()
                .filter(bin -> bin.at().toEpochMilli() >= fromMilli && bin.at().toEpochMilli() < toMilli)
                .mapToDouble(Series.Bin::mean)
                .average()
                .orElse(Double.NaN);
    }
}
