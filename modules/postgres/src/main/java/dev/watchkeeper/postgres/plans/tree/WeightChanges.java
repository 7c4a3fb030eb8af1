package dev.watchkeeper.postgres.plans.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same work that takes longer, or less: by time if both plans were measured, else by cost. */
final class WeightChanges {
    /** Less is noise. */
    private static final double FACTOR = 1.5;

    /** Of the whole plan; less does not matter. */
    private static final double SHARE = 0.05;

    private WeightChanges() {}

    static List<PlanChange> of(Plan a, Plan b, NodePairs pairs) {
        NodeLoads before = NodeLoads.of(a);
        NodeLoads now = NodeLoads.of(b);
        List<PlanChange> changes = new ArrayList<>();
        if (before.timed() != now.timed()) {
            return changes;
        }
        double matters = SHARE * Math.max(before.total(), now.total());
        for (NodePairs.Pair pair : pairs.all()) {
            double was = before.own().get(pair.a().id());
            double is = now.own().get(pair.b().id());
            boolean slower = is >= FACTOR * was;
            if ((slower || was >= FACTOR * is) && Math.abs(is - was) >= matters) {
                changes.add(change(pair, was, is, now.timed()));
            }
        }
        return changes;
    }

    private static PlanChange change(NodePairs.Pair pair, double was, double is, boolean timed) {
        String factor = was > 0 && is > 0
                ? String.format(Locale.ROOT, " (×%.1f %s)", Math.max(is / was, was / is), is > was ? "more" : "less")
                : "";
        return new PlanChange(
                pair.a().id(),
                pair.b().id(),
                PlanChange.Kind.WEIGHT,
                is > was,
                NodeTitle.doing(pair.b())
                        + pair.b().relation().map(name -> " on " + name).orElse("") + " "
                        + (timed ? "takes " : "is estimated at a cost of ") + words(is, timed) + " instead of "
                        + words(was, timed) + factor + ".",
                "");
    }

    private static String words(double value, boolean timed) {
        String unit = timed ? " ms" : "";
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value) + unit;
    }
}
