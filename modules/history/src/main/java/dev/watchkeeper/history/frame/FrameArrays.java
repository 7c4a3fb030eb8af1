package dev.watchkeeper.history.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Frames as lists of numbers that belong together, as SQL's arrays hold them. */
public final class FrameArrays {
    private FrameArrays() {}

    public static List<Integer> keys(Counts counts) {
        List<Integer> keys = new ArrayList<>();
        counts.each((key, count) -> keys.add(key));
        return keys;
    }

    public static List<Long> counts(Counts counts) {
        List<Long> values = new ArrayList<>();
        counts.each((key, count) -> values.add(count));
        return values;
    }

    public static Counts counts(List<Integer> keys, List<Long> values) {
        return Counts.owning(ints(keys), longs(values));
    }

    public static List<Double> reals(SortedMap<Integer, PointSum> points, ToDoubleFunction<PointSum> part) {
        return points.values().stream().map(part::applyAsDouble).toList();
    }

    /** Lists of equal length. */
    public static SortedMap<Integer, PointSum> points(
            List<Integer> lines, List<Long> samples, List<Double> sums, List<Double> least, List<Double> most) {
        SortedMap<Integer, PointSum> points = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            points.put(lines.get(i), new PointSum(samples.get(i), sums.get(i), least.get(i), most.get(i)));
        }
        return points;
    }

    public static List<Integer> statements(Uses uses) {
        List<Integer> numbers = new ArrayList<>();
        for (int number : uses.statements()) {
            numbers.add(number);
        }
        return numbers;
    }

    /** Null if all is 0. */
    public static @Nullable List<Long> column(Uses uses, Column column) {
        List<Long> values = new ArrayList<>();
        boolean any = false;
        for (long value : uses.column(column)) {
            values.add(value);
            any |= value != 0;
        }
        return any ? values : null;
    }

    /** Columns that are missing are 0. */
    public static Uses uses(List<Integer> statements, Map<Column, List<Long>> columns) {
        long[] none = new long[statements.size()];
        long[][] all = new long[Column.COUNT][];
        for (Column column : Column.values()) {
            List<Long> values = columns.get(column);
            all[column.place()] = values == null ? none : longs(values);
        }
        return new Uses(ints(statements), all);
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
