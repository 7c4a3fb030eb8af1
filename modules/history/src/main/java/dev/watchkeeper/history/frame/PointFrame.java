package dev.watchkeeper.history.frame;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * What was measured in one step.
 *
 * @param at the step's beginning
 * @param points by the number of their line
 */
public record PointFrame(long at, SortedMap<Integer, PointSum> points) implements Frame<PointFrame> {
    public PointFrame {
        points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
    }

    @Override
    public PointFrame plus(PointFrame other) {
        SortedMap<Integer, PointSum> both = new TreeMap<>(points);
        other.points.forEach((key, sum) -> both.merge(key, sum, PointSum::plus));
        return new PointFrame(at, both);
    }

    @Override
    public PointFrame rolledUp(Grain grain) {
        return new PointFrame(grain.floor(at), points);
    }

    @Override
    public void numbers(BitSet into) {
        points.keySet().forEach(into::set);
    }

    @Override
    public PointFrame renumbered(IntUnaryOperator numbers) {
        SortedMap<Integer, PointSum> other = new TreeMap<>();
        for (Map.Entry<Integer, PointSum> point : points.entrySet()) {
            other.merge(numbers.applyAsInt(point.getKey()), point.getValue(), PointSum::plus);
        }
        return new PointFrame(at, other);
    }
}
