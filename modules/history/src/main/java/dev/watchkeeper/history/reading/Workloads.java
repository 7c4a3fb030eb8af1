package dev.watchkeeper.history.reading;

import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.StatementPoint;
import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.frame.StepFrame;
import dev.watchkeeper.history.frame.Uses;
import dev.watchkeeper.history.store.Ledger;
import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the statements of one server did. */
public final class Workloads {
    private final Ledger ledger;
    private final int target;

    public Workloads(Ledger ledger, int target) {
        this.ledger = ledger;
        this.target = target;
    }

    /** All that they did in an interval, cut to the borders of recorded steps. */
    public Workload workload(Interval interval) throws SQLException {
        List<StepFrame> steps = steps(interval);
        if (steps.isEmpty()) {
            return new Workload(interval.from(), interval.from(), List.of(), List.of());
        }
        Uses.Sums sums = new Uses.Sums();
        steps.forEach(step -> sums.add(step.uses()));
        Interval seen = new Interval(
                Instant.ofEpochMilli(
                        steps.stream().mapToLong(StepFrame::from).min().orElseThrow()),
                Instant.ofEpochMilli(
                        steps.stream().mapToLong(StepFrame::to).max().orElseThrow()));
        long covered = steps.stream().mapToLong(StepFrame::covered).sum();
        return new Workload(
                seen.from(), seen.to(), uses(sums.uses()), interruptions(seen, steps), Duration.ofMillis(covered));
    }

    private List<StatementUse> uses(Uses uses) throws SQLException {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < uses.size(); i++) {
            numbers.add(uses.statement(i));
        }
        Map<Integer, StatementId> ids = ledger.statements().things(numbers);
        List<StatementUse> made = new ArrayList<>();
        StatementFigures others = StatementFigures.NONE;
        boolean any = false;
        for (int i = 0; i < uses.size(); i++) {
            StatementId id = ids.getOrDefault(uses.statement(i), StatementId.OTHERS);
            if (id.isOthers()) {
                others = others.plus(uses.figures(i));
                any = true;
            } else {
                made.add(new StatementUse(id, uses.figures(i)));
            }
        }
        if (any) {
            made.add(new StatementUse(StatementId.OTHERS, others));
        }
        return made;
    }

    private List<Interruption> interruptions(Interval seen, List<StepFrame> steps) throws SQLException {
        Set<Interruption> all = new HashSet<>(ledger.memos().interruptions(target, seen));
        all.addAll(StepGaps.between(steps));
        return all.stream()
                .sorted(Comparator.comparing(Interruption::at).thenComparing(Interruption::kind))
                .toList();
    }

    /** In order of time: those whose middle lies in the interval; if there are none, those that it touches. */
    private List<StepFrame> steps(Interval interval) throws SQLException {
        long from = interval.from().toEpochMilli();
        long to = interval.to().toEpochMilli();
        List<StepFrame> inside = read(from, to);
        if (!inside.isEmpty() || from == to) {
            return inside;
        }
        long margin = Grain.HOUR.millis();
        return read(from - margin, to + margin).stream()
                .filter(step -> step.from() < to && step.to() > from)
                .toList();
    }

    private List<StepFrame> read(long from, long before) throws SQLException {
        List<StepFrame> steps = new ArrayList<>();
        for (Grain grain : Grain.values()) {
            steps.addAll(ledger.steps().read(target, grain, from, before));
        }
        steps.sort(Comparator.comparingLong(StepFrame::at));
        return steps;
    }

    /** One statement over time: the steps in which it ran. */
    public List<StatementPoint> statement(StatementId id, Interval interval, int most) throws SQLException {
        Optional<Integer> known = ledger.statements().known(id);
        if (known.isEmpty()) {
            return List.of();
        }
        int number = known.get();
        List<StepFrame> steps =
                read(interval.from().toEpochMilli(), interval.to().toEpochMilli());
        Bins bins = Bins.of(
                interval,
                most,
                Spread.median(
                        steps.stream().map(step -> step.to() - step.from()).toList(), 1));
        SortedMap<Integer, List<StepFrame>> byBin = new TreeMap<>();
        steps.stream()
                .filter(step -> step.uses().of(number).calls() > 0
                        || step.uses().of(number).execMs() > 0)
                .forEach(step -> byBin.computeIfAbsent(bins.index(step.at()), bin -> new ArrayList<>())
                        .add(step));
        return byBin.values().stream().map(some -> point(number, some)).toList();
    }

    private static StatementPoint point(int number, List<StepFrame> steps) {
        long from = steps.stream().mapToLong(StepFrame::from).min().orElseThrow();
        long covered = steps.stream().mapToLong(StepFrame::covered).sum();
        Uses.Sums sums = new Uses.Sums();
        steps.forEach(step -> sums.add(step.uses().only(number)));
        return new StatementPoint(
                Instant.ofEpochMilli(from),
                Duration.ofMillis(covered),
                sums.uses().of(number));
    }
}
