package dev.watchkeeper.history.reading;

import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Series;
import dev.watchkeeper.history.Stack;
import dev.watchkeeper.history.frame.ActivityFrame;
import dev.watchkeeper.history.frame.Column;
import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.frame.PointFrame;
import dev.watchkeeper.history.frame.PointSum;
import dev.watchkeeper.history.frame.StepFrame;
import dev.watchkeeper.history.frame.Uses;
import dev.watchkeeper.history.reading.Spread.Piece;
import dev.watchkeeper.history.store.Ledger;
import dev.watchkeeper.history.store.LineName;
import dev.watchkeeper.kernel.activity.ActivityKey;
import dev.watchkeeper.kernel.workload.StatementId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Charts of one server. */
public final class Charts {
    private static final double US_PER_MS = 1000;
    private static final double MS_PER_SECOND = 1000;

    private final Ledger ledger;
    private final int target;

    public Charts(Ledger ledger, int target) {
        this.ledger = ledger;
        this.target = target;
    }

    /** Of a server of which nothing is known. */
    public static <K> Stack<K> nothing(Interval interval, int most) {
        return new Spread<K>(Bins.of(interval, most, 1), List.of()).stack(0);
    }

    /** The lines of one metric, by label. */
    public List<Series> series(Metric metric, Interval interval, int most) throws SQLException {
        Frames<PointFrame> all = Frames.read(ledger.points(), target, interval);
        Map<Integer, LineName> names = new HashMap<>(ledger.lines().things(all.numbers()));
        names.values().removeIf(name -> !name.metric().equals(metric.key()));
        // other metrics are read at other moments and at another pace: these say nothing of this one's steps
        Frames<PointFrame> frames =
                all.only(frame -> frame.points().keySet().stream().anyMatch(names::containsKey));
        Bins bins = Bins.of(interval, most, frames.spacing());
        SortedMap<String, SortedMap<Integer, PointSum>> lines = new TreeMap<>();
        for (PointFrame frame : frames.all()) {
            int bin = bins.index(frame.at());
            frame.points().forEach((number, sum) -> {
                LineName name = names.get(number);
                if (name != null) {
                    lines.computeIfAbsent(name.label(), label -> new TreeMap<>())
                            .merge(bin, sum, PointSum::plus);
                }
            });
        }
        List<Series> made = new ArrayList<>();
        lines.forEach((label, sums) -> made.add(series(metric, label, bins, sums)));
        return made;
    }

    private static Series series(Metric metric, String label, Bins bins, SortedMap<Integer, PointSum> sums) {
        List<Series.Bin> known = new ArrayList<>();
        sums.forEach((bin, sum) ->
                known.add(new Series.Bin(Instant.ofEpochMilli(bins.at(bin)), sum.min(), sum.mean(), sum.max())));
        return new Series(metric, label, bins.length(), known);
    }

    /** Average active sessions. */
    public Stack<String> activity(ActivityBy by, Interval interval, int most, int top) throws SQLException {
        Frames<ActivityFrame> frames = Frames.read(ledger.activity(), target, interval);
        Bins bins = Bins.of(interval, most, frames.spacing());
        Map<Integer, ActivityKey> keys = ledger.activityKeys().things(frames.numbers());
        Places<String> places = new Places<>(ActivityLabels.of(by, keys));
        Spread<String> spread = new Spread<>(bins, places.keys());
        frames.stretches((frame, from, to) -> spread.add(piece(frame, from, to, places)));
        return spread.stack(top);
    }

    /** Of those at work; many sessions of a sample have the same label. */
    private static Piece piece(ActivityFrame frame, long from, long to, Places<String> places) {
        double[] sums = new double[places.keys().size()];
        frame.sessions().each((number, count) -> {
            int place = places.of(number);
            if (place != Spread.OTHERS) {
                sums[place] += count;
            }
        });
        int[] there =
                IntStream.range(0, sums.length).filter(place -> sums[place] > 0).toArray();
        double[] values = IntStream.of(there).mapToDouble(place -> sums[place]).toArray();
        return new Piece(frame.at(), from, to, frame.samples(), there, values);
    }

    /** Milliseconds of execution in a second of wall clock, by statement. */
    public Stack<StatementId> timeByStatement(Interval interval, int most, int top) throws SQLException {
        List<StepFrame> steps = new ArrayList<>();
        for (Grain grain : Grain.values()) {
            // a step's middle may lie outside while a part of it is inside
            long margin = grain.millis() + LONGEST_STEP;
            steps.addAll(ledger.steps()
                    .times(
                            target,
                            grain,
                            interval.from().toEpochMilli() - margin,
                            interval.to().toEpochMilli() + margin));
        }
        Bins bins = Bins.of(interval, most, Spread.median(lengths(steps), 1));
        Map<Integer, StatementId> known = new HashMap<>(ledger.statements().things(numbers(steps)));
        known.values().removeIf(StatementId::isOthers);
        Places<StatementId> places = new Places<>(known);
        Spread<StatementId> spread = new Spread<>(bins, places.keys());
        steps.forEach(step -> spread.add(piece(step, places)));
        return spread.stack(top);
    }

    /** Recorders read statements each minute; a step of more than an hour is drawn where its middle is. */
    private static final long LONGEST_STEP = Grain.HOUR.millis();

    private static Piece piece(StepFrame step, Places<StatementId> places) {
        Uses uses = step.uses();
        int[] keys = new int[uses.size()];
        double[] millis = new double[uses.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = places.of(uses.statement(i));
            millis[i] = uses.value(Column.EXEC_US, i) / US_PER_MS;
        }
        return new Piece(step.at(), step.from(), step.to(), step.covered() / MS_PER_SECOND, keys, millis);
    }

    private static List<Long> lengths(List<StepFrame> steps) {
        return steps.stream().map(step -> step.to() - step.from()).toList();
    }

    private static Set<Integer> numbers(List<StepFrame> steps) {
        BitSet numbers = new BitSet();
        steps.forEach(step -> step.numbers(numbers));
        return numbers.stream().boxed().collect(Collectors.toSet());
    }
}
