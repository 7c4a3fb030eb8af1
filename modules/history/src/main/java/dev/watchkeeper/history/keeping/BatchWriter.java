package dev.watchkeeper.history.keeping;

import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.history.frame.ActivityFrame;
import dev.watchkeeper.history.frame.Counts;
import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.frame.PointFrame;
import dev.watchkeeper.history.frame.PointSum;
import dev.watchkeeper.history.frame.StepFrame;
import dev.watchkeeper.history.frame.Uses;
import dev.watchkeeper.history.store.Ledger;
import dev.watchkeeper.history.store.LineName;
import dev.watchkeeper.kernel.activity.ActivityKey;
import dev.watchkeeper.kernel.activity.ActivitySample;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes frames of what is to be kept. */
final class BatchWriter {
    /** So many statements of a step are told apart: those that took most time. The rest is kept as one. */
    static final int TOLD_APART = 100;

    private final Ledger ledger;

    BatchWriter(Ledger ledger) {
        this.ledger = ledger;
    }

    void write(Batch batch) throws SQLException {
        int target = ledger.target(batch.target());
        if (!batch.activity().isEmpty()) {
            ledger.activity().add(target, Grain.FINE, activity(batch.activity()));
        }
        if (!batch.points().isEmpty()) {
            ledger.points().add(target, Grain.FINE, points(batch.points()));
        }
        List<StepFrame> steps = new ArrayList<>();
        for (Workload workload : batch.workloads()) {
            ledger.memos().keepInterruptions(target, workload.interruptions());
            if (workload.from().isBefore(workload.to())) {
                steps.add(step(workload));
            }
        }
        if (!steps.isEmpty()) {
            // between the same two readings lies the same step: who writes it again does not know that it was written
            ledger.steps().fill(target, Grain.FINE, steps);
        }
        ledger.memos().keepTexts(target, batch.texts());
        ledger.memos().keepEvents(target, batch.events());
        ledger.memos().keepPlans(target, batch.plans());
    }

    private List<ActivityFrame> activity(List<ActivitySample> samples) throws SQLException {
        Set<ActivityKey> keys = new HashSet<>();
        samples.forEach(sample -> keys.addAll(sample.sessions().keySet()));
        Map<ActivityKey, Integer> numbers = ledger.activityKeys().numbers(keys);
        SortedMap<Long, ActivityFrame> frames = new TreeMap<>();
        for (ActivitySample sample : samples) {
            Map<Integer, Long> counts = new HashMap<>();
            sample.sessions()
                    .forEach((key, count) -> counts.merge(numbers.getOrDefault(key, 0), (long) count, Long::sum));
            long at = Grain.FINE.floor(sample.at().toEpochMilli());
            frames.merge(at, new ActivityFrame(at, 1, Counts.of(counts)), ActivityFrame::plus);
        }
        return List.copyOf(frames.values());
    }

    private List<PointFrame> points(List<Point> points) throws SQLException {
        Set<LineName> names = new HashSet<>();
        points.forEach(point -> names.add(name(point)));
        Map<LineName, Integer> numbers = ledger.lines().numbers(names);
        SortedMap<Long, SortedMap<Integer, PointSum>> sums = new TreeMap<>();
        for (Point point : points) {
            if (Double.isFinite(point.value())) {
                long at = Grain.FINE.floor(point.at().toEpochMilli());
                sums.computeIfAbsent(at, moment -> new TreeMap<>())
                        .merge(numbers.getOrDefault(name(point), 0), PointSum.of(point.value()), PointSum::plus);
            }
        }
        List<PointFrame> frames = new ArrayList<>();
        sums.forEach((at, some) -> frames.add(new PointFrame(at, some)));
        return frames;
    }

    private static LineName name(Point point) {
        return new LineName(point.metric().key(), point.label());
    }

    private StepFrame step(Workload workload) throws SQLException {
        List<StatementUse> byTime = new ArrayList<>(workload.uses());
        byTime.sort(
                Comparator.comparingDouble((StatementUse use) -> use.figures().execMs())
                        .reversed());
        int apart = Math.min(TOLD_APART, byTime.size());
        Set<StatementId> ids = new HashSet<>();
        byTime.subList(0, apart).forEach(use -> ids.add(use.id()));
        if (apart < byTime.size()) {
            ids.add(StatementId.OTHERS);
        }
        Map<StatementId, Integer> numbers = ledger.statements().numbers(ids);
        int others = numbers.getOrDefault(StatementId.OTHERS, 0);
        Uses.Sums sums = new Uses.Sums();
        byTime.forEach(use -> sums.add(numbers.getOrDefault(use.id(), others), use.figures()));
        return StepFrame.recorded(workload.from().toEpochMilli(), workload.to().toEpochMilli(), sums.uses());
    }
}
