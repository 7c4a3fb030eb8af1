package dev.watchkeeper.postgres.plans;

import dev.watchkeeper.postgres.plans.advice.Advice;
import dev.watchkeeper.postgres.plans.tree.Plan;
import java.util.List;

/**
 * A plan that the server gave.
 *
 * @param json as the server said it, to be kept
 * @param way how it was asked for
 * @param remarks what is to be known about it, in sentences
 * @param advice what is wrong with it, the worst first
 */
public record Explained(Plan plan, String json, Way way, List<String> remarks, List<Advice> advice) {
    public Explained {
        remarks = List.copyOf(remarks);
        advice = List.copyOf(advice);
    }

    /** How the plan came about. */
    public enum Way {
        /** For any values of its parameters. */
        GENERIC,
        /** For the values that were given, or it has no parameters. */
        GIVEN,
        /** It was run. */
        ANALYZED
    }
}
