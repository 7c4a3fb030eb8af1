package dev.watchkeeper.postgres.plans.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Steps that only one of two plans has: a sort, an aggregate, parallel work. */
final class StepChanges {
    /** Belong to scans and joins, and say nothing of their own. */
    private static final Set<String> PARTS =
            Set.of("Hash", "Bitmap Index Scan", "BitmapAnd", "BitmapOr", "Materialize", "Memoize", "Result", "Append");

    private StepChanges() {}

    static List<PlanChange> of(Plan a, Plan b) {
        Map<String, List<PlanNode>> before = steps(a);
        Map<String, List<PlanNode>> now = steps(b);
        List<PlanChange> changes = new ArrayList<>();
        now.forEach((step, nodes) -> {
            if (!before.containsKey(step)) {
                changes.add(change(PlanChange.NONE, nodes.getFirst(), "New: " + step + key(nodes.getFirst()) + "."));
            }
        });
        before.forEach((step, nodes) -> {
            if (!now.containsKey(step)) {
                PlanNode gone = nodes.getFirst();
                changes.add(new PlanChange(
                        gone.id(),
                        PlanChange.NONE,
                        PlanChange.Kind.STEP,
                        false,
                        "No more: " + step + key(gone) + ".",
                        ""));
            }
        });
        return changes;
    }

    private static PlanChange change(int a, PlanNode b, String words) {
        return new PlanChange(a, b.id(), PlanChange.Kind.STEP, false, words, "");
    }

    private static String key(PlanNode node) {
        return node.facts()
                .text("Sort Key")
                .or(() -> node.facts().text("Group Key"))
                .map(key -> " by " + key)
                .orElse("");
    }

    private static Map<String, List<PlanNode>> steps(Plan plan) {
        Map<String, List<PlanNode>> steps = new LinkedHashMap<>();
        plan.nodes().stream()
                .filter(node -> !node.isJoin() && !node.isScan() && !PARTS.contains(node.type()))
                .forEach(node -> steps.computeIfAbsent(NodeTitle.doing(node), any -> new ArrayList<>())
                        .add(node));
        return steps;
    }
}
