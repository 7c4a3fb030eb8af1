package dev.watchkeeper.kernel.workload;

import dev.watchkeeper.kernel.workload.Change.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Two intervals of one server, and what changed from A to B. A statement whose id is in one of them only is recognised by
 * its text, if that is known (a major upgrade gives it another id). The rules for what is news are those of {@link
 * Judgement}; new and gone needs no more than a share of the time, for one long execution is news enough. Where an
 * interval has a long tail that is not told apart, what might have been in it is not called new or gone.
 *
 * @param changes every statement of A and of B once: by its time in B, the most first; then those that are gone, by their
 *     time in A
 */
public record Comparison(Workload before, Workload after, List<Change> changes) {
    public Comparison {
        changes = List.copyOf(changes);
    }

    /**
     * Compares.
     *
     * @param texts of the statements of both, as far as they are known
     */
    public static Comparison of(Workload before, Workload after, Map<QueryRef, String> texts, Thresholds thresholds) {
        Judgement judgement = new Judgement(thresholds, before.covered(), after.covered());
        double loadBefore = load(before);
        double loadAfter = load(after);
        List<Change> changes = new ArrayList<>();
        for (Pair pair : Pairs.of(before, after, texts)) {
            Change change = pair.change(Kind.SAME, before.covered(), after.covered());
            boolean matters = share(change.loadBefore(), loadBefore) >= thresholds.share()
                    || share(change.loadAfter(), loadAfter) >= thresholds.share();
            Kind kind = matters && !change.id().isOthers() ? kind(change, judgement, before, after) : Kind.SAME;
            changes.add(pair.change(kind, before.covered(), after.covered()));
        }
        changes.sort(Comparator.comparingDouble((Change change) -> -change.loadAfter())
                .thenComparingDouble(change -> -change.loadBefore()));
        return new Comparison(before, after, changes);
    }

    /** The same with the usual thresholds. */
    public static Comparison of(Workload before, Workload after, Map<QueryRef, String> texts) {
        return of(before, after, texts, Thresholds.DEFAULT);
    }

    /** Execution time per second of B by that of A; 1 if A had none. */
    public double timeRatio() {
        double was = load(before);
        return was <= 0 ? 1 : load(after) / was;
    }

    /** How many changed in that way. */
    public long count(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** What is not noise, in the order of {@link #changes}. */
    public List<Change> news() {
        return changes.stream().filter(Change::isNews).toList();
    }

    private static Kind kind(Change change, Judgement judgement, Workload before, Workload after) {
        if (change.before().calls() == 0) {
            return change.loadAfter() > others(before) ? Kind.NEW : Kind.SAME;
        }
        if (change.after().calls() == 0) {
            return change.loadBefore() > others(after) ? Kind.GONE : Kind.SAME;
        }
        return judgement.of(change.before(), change.after());
    }

    /** The load of what the interval does not tell apart. */
    private static double others(Workload workload) {
        return workload.uses().stream()
                .filter(use -> use.id().isOthers())
                .mapToDouble(use -> Change.rate(use.figures().execMs(), workload.covered()))
                .sum();
    }

    private static double load(Workload workload) {
        return Change.rate(workload.total().execMs(), workload.covered());
    }

    private static double share(double part, double whole) {
        return whole <= 0 ? 0 : part / whole;
    }
}
