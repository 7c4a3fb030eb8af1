package dev.watchkeeper.history.reading;

import dev.watchkeeper.history.Stack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was counted in stretches of time into the steps of a chart. A stretch that is about as long as a step goes
 * there as a whole, by its place, so that sums don't change when stretches are rolled up; a longer one is spread. Where
 * a step got nothing, but lies in a stretch, that one fills it. For one thread.
 *
 * @param <K> what is told apart
 */
final class Spread<K> {
    /** One amount of a piece; a null key stands for what is not told apart. */
    record Amount<K>(@Nullable K key, double value) {}

    /**
     * What was counted in a stretch of time.
     *
     * @param at its place
     * @param weight by which sums are divided in the end: samples, or seconds
     */
    record Piece<K>(long at, long from, long to, double weight, List<Amount<K>> amounts) {}

    private final Bins bins;
    private final List<Piece<K>> pieces = new ArrayList<>();
    private final Map<K, Double> totals = new HashMap<>();

    Spread(Bins bins) {
        this.bins = bins;
    }

    void add(Piece<K> piece) {
        long overlap = Math.min(piece.to(), bins.end()) - Math.max(piece.from(), bins.from());
        if (overlap > 0) {
            pieces.add(piece);
            double share = (double) overlap / (piece.to() - piece.from());
            for (Amount<K> amount : piece.amounts()) {
                K key = amount.key();
                if (key != null) {
                    totals.merge(key, amount.value() * share, Double::sum);
                }
            }
        }
    }

    /** @param top how many are told apart, the largest of all */
    Stack<K> stack(int top) {
        List<K> keys = totals.entrySet().stream()
                .sorted(Map.Entry.<K, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> String.valueOf(entry.getKey())))
                .limit(top)
                .map(Map.Entry::getKey)
                .toList();
        Sums exact = new Sums(keys);
        Sums filling = new Sums(keys);
        for (Piece<K> piece : pieces) {
            if (piece.to() - piece.from() < 2 * bins.step()) {
                exact.add(piece, bins.index(piece.at()), 1);
                spread(piece, filling);
            } else {
                spread(piece, exact);
            }
        }
        exact.fill(filling);
        List<Stack.Layer<K>> layers = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            layers.add(new Stack.Layer<>(keys.get(i), exact.means(i)));
        }
        return new Stack<>(bins.interval(), bins.length(), layers, exact.means(keys.size()));
    }

    private void spread(Piece<K> piece, Sums sums) {
        int first = Math.max(0, bins.index(piece.from()));
        int last = Math.min(bins.count() - 1, bins.index(piece.to() - 1));
        for (int bin = first; bin <= last; bin++) {
            long overlap = Math.min(piece.to(), bins.at(bin + 1)) - Math.max(piece.from(), bins.at(bin));
            sums.add(piece, bin, (double) overlap / (piece.to() - piece.from()));
        }
    }

    /** A row for each key and one for the others. */
    private final class Sums {
        private final Map<K, Integer> rows = new HashMap<>();
        private final double[][] sums;
        private final double[] weights = new double[bins.count()];

        Sums(List<K> keys) {
            keys.forEach(key -> rows.put(key, rows.size()));
            sums = new double[keys.size() + 1][bins.count()];
        }

        void add(Piece<K> piece, int bin, double share) {
            if (bin < 0 || bin >= weights.length) {
                return;
            }
            weights[bin] += piece.weight() * share;
            for (Amount<K> amount : piece.amounts()) {
                int row = amount.key() == null ? rows.size() : rows.getOrDefault(amount.key(), rows.size());
                sums[row][bin] += amount.value() * share;
            }
        }

        void fill(Sums other) {
            for (int bin = 0; bin < weights.length; bin++) {
                if (weights[bin] == 0) {
                    weights[bin] = other.weights[bin];
                    for (int row = 0; row < sums.length; row++) {
                        sums[row][bin] = other.sums[row][bin];
                    }
                }
            }
        }

        List<Double> means(int row) {
            List<Double> means = new ArrayList<>(weights.length);
            for (int bin = 0; bin < weights.length; bin++) {
                means.add(weights[bin] == 0 ? Double.NaN : sums[row][bin] / weights[bin]);
            }
            return means;
        }
    }

    /** The middle one of several lengths; the other one if there are none. */
    static long median(List<Long> lengths, long otherwise) {
        long[] sorted = lengths.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? otherwise : sorted[sorted.length / 2];
    }
}
