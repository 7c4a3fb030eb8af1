package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.postgres.plans.advice.Advice;
import dev.watchkeeper.postgres.plans.tree.NodeLoads;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.util.List;
import java.util.Set;

/**
 * A plan as it is drawn.
 *
 * @param advice about its nodes
 * @param changed ids of nodes that another plan has otherwise
 */
record ShownPlan(Plan plan, NodeLoads loads, List<Advice> advice, Set<Integer> changed) {
    /** From this share on a bar is long enough to be looked at first. */
    private static final double HEAVY = 0.5;

    ShownPlan {
        advice = List.copyOf(advice);
        changed = Set.copyOf(changed);
    }

    static ShownPlan of(Plan plan, List<Advice> advice) {
        return new ShownPlan(plan, NodeLoads.of(plan), advice, Set.of());
    }

    ShownPlan withChanged(Set<Integer> nodes) {
        return new ShownPlan(plan, loads, advice, nodes);
    }

    /** Red where it hurts, amber where there is something to say, else as any bar. */
    Tone tone(PlanNode node) {
        boolean grave = advice.stream().anyMatch(one -> one.node() == node.id() && one.grave());
        boolean any = advice.stream().anyMatch(one -> one.node() == node.id());
        return grave ? Tone.RED : any ? Tone.AMBER : Tone.ACCENT;
    }

    /** {@code 95 %}; {@code <1 %} for little, nothing for none. */
    String share(PlanNode node) {
        double percent = 100 * loads.share(node);
        return percent <= 0 ? "" : percent < 1 ? "<1 %" : Math.round(percent) + " %";
    }

    boolean isHeavy(PlanNode node) {
        return loads.share(node) >= HEAVY;
    }

    /** What the shares are of. */
    String measure() {
        return loads.timed() ? "share of time" : "share of cost";
    }
}
