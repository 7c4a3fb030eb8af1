package dev.watchkeeper.postgres.plans.tree;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a statement is or was carried out. Immutable.
 *
 * @param triggers that fired
 * @param settings that the planner goes by and that are not as the server comes
 * @param planningMs empty if it was not measured
 * @param executionMs empty if it was only planned
 */
public record Plan(
        PlanNode root,
        List<PlanTrigger> triggers,
        Optional<PlanJit> jit,
        Map<String, String> settings,
        OptionalDouble planningMs,
        OptionalDouble executionMs) {
    public Plan {
        triggers = List.copyOf(triggers);
        settings = Map.copyOf(settings);
    }

    /** All nodes; each stands at the place of its id. */
    public List<PlanNode> nodes() {
        return root.all().toList();
    }

    /** Whether it was run, so that there is more than estimates. */
    public boolean isMeasured() {
        return root.actual().isPresent();
    }

    /** Whether it changes rows of a table. */
    public boolean writes() {
        return root.all().anyMatch(node -> node.type().equals("ModifyTable"));
    }
}
