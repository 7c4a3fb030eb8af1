package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.plans.tree.Actual;
import dev.watchkeeper.postgres.plans.tree.NodeLoads;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan under examination, with all that is known of it. */
record Examination(Plan plan, NodeLoads loads, PlanCatalog catalog, Map<Integer, PlanNode> parents) {
    /** From this share of the whole on, what is wrong is grave. */
    private static final double GRAVE = 0.3;

    Examination {
        parents = Map.copyOf(parents);
    }

    static Examination of(Plan plan, PlanCatalog catalog) {
        Map<Integer, PlanNode> parents = new HashMap<>();
        plan.nodes().forEach(node -> node.children().forEach(child -> parents.put(child.id(), node)));
        return new Examination(plan, NodeLoads.of(plan), catalog, parents);
    }

    /** Share of the node alone, 0 to 1. */
    double share(PlanNode node) {
        return loads.share(node);
    }

    /** Share of the node with all that is below it. */
    double wholeShare(PlanNode node) {
        double total = loads.total();
        return total <= 0 ? 0 : Math.min(1, loads.whole().get(node.id()) / total);
    }

    boolean isGrave(PlanNode node) {
        return share(node) >= GRAVE;
    }

    /** {@code 95 % of the time}. */
    String shareWords(double share) {
        return Math.round(100 * share) + " % of the " + (loads.timed() ? "time" : "estimated cost");
    }

    /** What the nodes above are, from the nearest to the root. */
    Stream<PlanNode> above(PlanNode node) {
        return Stream.iterate(
                        Optional.ofNullable(parents.get(node.id())).stream().toList(),
                        list -> !list.isEmpty(),
                        list -> Optional.ofNullable(parents.get(list.getFirst().id())).stream()
                                .toList())
                .map(list -> list.getFirst());
    }

    /** Rows that came out in all: measured, else expected of one run. */
    double rows(PlanNode node) {
        return node.actual().map(Actual::allRows).orElse(node.estimate().rows());
    }

    /** {@code 3 h ago}; {@code never} if it isn't known. */
    String ago(Optional<Instant> moment) {
        return moment.map(one -> Spans.words(Duration.between(one, catalog.now())) + " ago")
                .orElse("never");
    }
}
