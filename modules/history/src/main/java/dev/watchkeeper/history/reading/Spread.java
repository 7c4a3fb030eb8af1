package dev.watchkeeper.history.reading;

import dev.watchkeeper.history.Stack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts what was counted in stretches of time into the steps of a chart. A stretch that is about as long as a step goes
 * there as a whole, by its place, so that sums don't change when stretches are rolled up; a longer one is spread. Where
 * a step got nothing, but lies in a stretch, that one fills it. For one thread.
 *
 * @param <K> what is told apart
 */
final class Spread<K> {
    /** Stands for what is not told apart. */
    static final int OTHERS = -1;

    /** What was counted in a stretch of time. */
    static final class Piece {
        private final long at;
        private final long from;
        private final long to;
        private final double weight;
        private final int[] keys;
        private final double[] values;

        /**
         * Takes the arrays for its own.
         *
         * @param at its place
         * @param weight by which sums are divided in the end: samples, or seconds
         * @param keys places in the list of all keys, or {@link #OTHERS}
         */
        Piece(long at, long from, long to, double weight, int[] keys, double[] values) {
            this.at = at;
            this.from = from;
            this.to = to;
            this.weight = weight;
            this.keys = keys;
            this.values = values;
        }

        long length() {
            return to - from;
        }
    }

    private final Bins bins;
    private final List<K> keys;
    private final List<Piece> pieces = new ArrayList<>();
    private final double[] totals;

    Spread(Bins bins, List<K> keys) {
        this.bins = bins;
        this.keys = keys;
        this.totals = new double[keys.size()];
    }

    void add(Piece piece) {
        long overlap = Math.min(piece.to, bins.end()) - Math.max(piece.from, bins.from());
        if (overlap > 0) {
            pieces.add(piece);
            double share = (double) overlap / piece.length();
            for (int i = 0; i < piece.keys.length; i++) {
                if (piece.keys[i] != OTHERS) {
                    totals[piece.keys[i]] += piece.values[i] * share;
                }
            }
        }
    }

    /** @param top how many are told apart, the largest of all */
    Stack<K> stack(int top) {
        List<Integer> largest = IntStream.range(0, totals.length)
                .boxed()
                .filter(key -> totals[key] > 0)
                .sorted(Comparator.<Integer>comparingDouble(key -> -totals[key])
                        .thenComparing(key -> String.valueOf(keys.get(key))))
                .limit(top)
                .toList();
        Sums exact = new Sums(largest);
        for (Piece piece : pieces) {
            if (piece.length() < 2 * bins.step()) {
                exact.add(piece, bins.index(piece.at), 1);
            } else {
                spread(piece, exact, exact.all());
            }
        }
        fill(exact);
        List<Stack.Layer<K>> layers = new ArrayList<>();
        for (int row = 0; row < largest.size(); row++) {
            layers.add(new Stack.Layer<>(keys.get(largest.get(row)), exact.means(row)));
        }
        return new Stack<>(bins.interval(), bins.length(), layers, exact.means(largest.size()));
    }

    private void fill(Sums exact) {
        boolean[] empty = exact.empty();
        for (Piece piece : pieces) {
            if (piece.length() < 2 * bins.step()) {
                spread(piece, exact, empty);
            }
        }
    }

    private void spread(Piece piece, Sums sums, boolean[] wanted) {
        int first = Math.max(0, bins.index(piece.from));
        int last = Math.min(bins.count() - 1, bins.index(piece.to - 1));
        for (int bin = first; bin <= last; bin++) {
            if (wanted[bin]) {
                long overlap = Math.min(piece.to, bins.at(bin + 1)) - Math.max(piece.from, bins.at(bin));
                sums.add(piece, bin, (double) overlap / piece.length());
            }
        }
    }

    /** A row for each key that is told apart, and one for the others. */
    private final class Sums {
        private final int[] rows = new int[totals.length];
        private final double[][] sums;
        private final double[] weights = new double[bins.count()];

        Sums(List<Integer> largest) {
            Arrays.fill(rows, largest.size());
            for (int row = 0; row < largest.size(); row++) {
                rows[largest.get(row)] = row;
            }
            sums = new double[largest.size() + 1][bins.count()];
        }

        void add(Piece piece, int bin, double share) {
            if (bin < 0 || bin >= weights.length) {
                return;
            }
            weights[bin] += piece.weight * share;
            for (int i = 0; i < piece.keys.length; i++) {
                int row = piece.keys[i] == OTHERS ? sums.length - 1 : rows[piece.keys[i]];
                sums[row][bin] += piece.values[i] * share;
            }
        }

        boolean[] all() {
            boolean[] all = new boolean[weights.length];
            Arrays.fill(all, true);
            return all;
        }

        boolean[] empty() {
            boolean[] empty = new boolean[weights.length];
            for (int bin = 0; bin < empty.length; bin++) {
                empty[bin] = weights[bin] == 0;
            }
            return empty;
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
