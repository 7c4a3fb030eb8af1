package dev.watchkeeper.history.frame;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** Whole numbers by the number of what they count, in ascending order. Immutable. */
public final class Counts {
    /** Is told each of them. */
    @FunctionalInterface
    public interface Each {
        void take(int key, long count);
    }

    private final int[] keys;
    private final long[] values;

    private Counts(int[] keys, long[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** A copy of the map. */
    public static Counts of(Map<Integer, Long> counts) {
        int[] keys = new int[counts.size()];
        long[] values = new long[keys.length];
        int i = 0;
        for (Map.Entry<Integer, Long> one : new TreeMap<>(counts).entrySet()) {
            keys[i] = one.getKey();
            values[i++] = one.getValue();
        }
        return new Counts(keys, values);
    }

    /** Takes both arrays for its own; keys are ascending, or several have to be added up first. */
    static Counts owning(int[] keys, long[] values) {
        return new Counts(keys, values);
    }

    public int size() {
        return keys.length;
    }

    public void each(Each taker) {
        for (int i = 0; i < keys.length; i++) {
            taker.take(keys[i], values[i]);
        }
    }

    public Counts plus(Counts other) {
        TreeMap<Integer, Long> both = new TreeMap<>();
        each((key, count) -> both.merge(key, count, Long::sum));
        other.each((key, count) -> both.merge(key, count, Long::sum));
        return of(both);
    }

    Counts renumbered(IntUnaryOperator numbers) {
        TreeMap<Integer, Long> other = new TreeMap<>();
        each((key, count) -> other.merge(numbers.applyAsInt(key), count, Long::sum));
        return of(other);
    }
}
