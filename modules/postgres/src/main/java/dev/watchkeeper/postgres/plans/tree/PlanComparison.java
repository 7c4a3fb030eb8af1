package dev.watchkeeper.postgres.plans.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Two plans of one statement side by side.
 *
 * @param a the earlier
 * @param b the later
 * @param changes those for the worse first, then in the order of the later plan
 */
public record PlanComparison(Plan a, Plan b, List<PlanChange> changes) {
    public PlanComparison {
        changes = List.copyOf(changes);
    }

    /**
     * Compares them.
     *
     * @param gone indexes of the earlier plan that don't exist any more
     */
    public static PlanComparison of(Plan a, Plan b, Set<String> gone) {
        NodePairs pairs = NodePairs.of(a, b);
        List<PlanChange> changes = new ArrayList<>();
        changes.addAll(new AccessChanges(gone).of(pairs));
        changes.addAll(StepChanges.of(a, b));
        changes.addAll(WeightChanges.of(a, b, pairs));
        changes.sort(Comparator.comparing((PlanChange change) -> !change.worse())
                .thenComparing(PlanChange::kind)
                .thenComparingInt(PlanChange::nodeB));
        return new PlanComparison(a, b, changes);
    }

    /** Whether both do the same, whatever it costs. */
    public boolean isSameShape() {
        return PlanShape.of(a).equals(PlanShape.of(b));
    }

    /** What matters most, for a line in a list: {@code orders: Seq Scan instead of Index Scan using …}. */
    public String summary() {
        return changes.isEmpty() ? "The plans are the same" : changes.getFirst().headline();
    }
}
