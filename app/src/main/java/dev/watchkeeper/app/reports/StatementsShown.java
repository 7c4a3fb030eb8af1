package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.workload.Change;
import dev.watchkeeper.kernel.workload.Comparison;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import dev.watchkeeper.postgres.statements.Coverage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What statements did in an interval, and what changed since another one.
 *
 * @param workload of the interval; B of the comparison, if there is one
 * @param texts as far as they are known
 * @param comparison with an earlier interval; empty if none was asked for
 * @param coverage what was to be seen; empty for what was recorded
 * @param top how many statements are wanted
 * @param otherPlans since when statements that became slower or faster are carried out in another way, as far as plans
 *     were kept
 */
public record StatementsShown(
        Workload workload,
        Map<QueryRef, String> texts,
        Optional<Comparison> comparison,
        Optional<Coverage> coverage,
        int top,
        Map<QueryRef, Instant> otherPlans) {
    public StatementsShown {
        texts = Map.copyOf(texts);
        otherPlans = Map.copyOf(otherPlans);
    }

    /** Without looking at plans. */
    public StatementsShown(
            Workload workload,
            Map<QueryRef, String> texts,
            Optional<Comparison> comparison,
            Optional<Coverage> coverage,
            int top) {
        this(workload, texts, comparison, coverage, top, Map.of());
    }

    /** Those that took the most time. */
    public List<StatementUse> uses() {
        return workload.uses().stream()
                .sorted(Comparator.comparingDouble(
                        (StatementUse use) -> -use.figures().execMs()))
                .limit(top)
                .toList();
    }

    /** Those that took the most time a second in either interval; none without a comparison. */
    public List<Change> changes() {
        return comparison.map(Comparison::changes).orElse(List.of()).stream()
                .sorted(Comparator.comparingDouble(
                        (Change change) -> -Math.max(change.loadBefore(), change.loadAfter())))
                .limit(top)
                .toList();
    }

    /** Since when another plan carries it out; empty if that is not known, or it is the same. */
    public Optional<Instant> otherPlanSince(Change change) {
        return Optional.ofNullable(otherPlans.get(QueryRef.of(change.id())));
    }

    /** The statement's text; empty if it is not known. */
    public String text(StatementId id) {
        return texts.getOrDefault(QueryRef.of(id), "");
    }
}
