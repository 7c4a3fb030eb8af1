package dev.watchkeeper.history.reading;

import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.frame.Frame;
import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.store.Shelf;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Frames of an interval in all grains. Samples as they were recorded say nothing of how often somebody looked: each
 * stands for the time until the next one, but not for long after the last one of a row.
 */
final class Frames<F extends Frame<F>> {
    /** So many times the usual spacing without a sample is a gap. */
    private static final int GAP = 3;

    /** Is told a frame and the stretch for which it stands. */
    @FunctionalInterface
    interface Stretch<F> {
        void take(F frame, long from, long to);
    }

    private final Map<Grain, List<F>> frames = new EnumMap<>(Grain.class);

    private Frames() {}

    static <F extends Frame<F>> Frames<F> read(Shelf<F> shelf, int target, Interval interval) throws SQLException {
        Frames<F> found = new Frames<>();
        for (Grain grain : Grain.values()) {
            long from = interval.from().toEpochMilli() - grain.millis() + 1;
            found.frames.put(
                    grain, shelf.read(target, grain, from, interval.to().toEpochMilli()));
        }
        return found;
    }

    Frames<F> only(Predicate<F> wanted) {
        Frames<F> some = new Frames<>();
        frames.forEach((grain, all) ->
                some.frames.put(grain, all.stream().filter(wanted).toList()));
        return some;
    }

    List<F> all() {
        List<F> all = new ArrayList<>();
        frames.values().forEach(all::addAll);
        return all;
    }

    /** The dictionary's numbers in them. */
    Set<Integer> numbers() {
        BitSet numbers = new BitSet();
        frames.values().forEach(some -> some.forEach(frame -> frame.numbers(numbers)));
        return numbers.stream().boxed().collect(Collectors.toSet());
    }

    /** How far from each other most frames are, in ms. */
    long spacing() {
        List<Long> lengths = new ArrayList<>();
        stretches((frame, from, to) -> lengths.add(to - from));
        return Spread.median(lengths, Grain.FINE.millis());
    }

    void stretches(Stretch<F> taker) {
        frames.forEach((grain, some) -> {
            if (grain == Grain.FINE) {
                fine(some, taker);
            } else {
                some.forEach(frame -> taker.take(frame, frame.at(), frame.at() + grain.millis()));
            }
        });
    }

    private static <F extends Frame<F>> void fine(List<F> frames, Stretch<F> taker) {
        List<Long> spacings = new ArrayList<>();
        for (int i = 1; i < frames.size(); i++) {
            spacings.add(frames.get(i).at() - frames.get(i - 1).at());
        }
        long usual = Spread.median(spacings, Grain.FINE.millis());
        for (int i = 0; i < frames.size(); i++) {
            long length = i < spacings.size() && spacings.get(i) < GAP * usual ? spacings.get(i) : usual;
            taker.take(frames.get(i), frames.get(i).at(), frames.get(i).at() + length);
        }
    }
}
