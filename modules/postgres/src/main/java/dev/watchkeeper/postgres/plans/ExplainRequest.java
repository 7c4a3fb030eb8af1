package dev.watchkeeper.postgres.plans;

import java.util.List;
import java.util.Optional;

/**
 * Of which statement the plan is wanted, and how. Immutable; each method gives another one.
 *
 * @param text one statement, perhaps with {@code $1}, as a client or {@code pg_stat_statements} has it
 * @param database where it ran; empty: wherever the connection leads
 * @param role as which it is planned: with its search_path, and its rights where the connection's role may take them on;
 *     empty: the connection's
 * @param values of the parameters, an empty one for NULL; empty as a whole: for any values
 * @param mayBeCut whether the server keeps only the text's beginning, as pg_stat_activity does
 */
public record ExplainRequest(
        String text,
        Optional<String> database,
        Optional<String> role,
        Optional<List<Optional<String>>> values,
        boolean mayBeCut) {
    public static ExplainRequest of(String text) {
        return new ExplainRequest(text, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    public ExplainRequest in(String name) {
        return new ExplainRequest(text, Optional.of(name), role, values, mayBeCut);
    }

    public ExplainRequest as(String name) {
        return new ExplainRequest(text, database, Optional.of(name), values, mayBeCut);
    }

    /** With these values, which the server reads as the types that it works out. */
    public ExplainRequest with(List<Optional<String>> parameters) {
        return new ExplainRequest(text, database, role, Optional.of(List.copyOf(parameters)), mayBeCut);
    }

    /** The text is as long as the server keeps, and no longer. */
    public ExplainRequest fromActivity() {
        return new ExplainRequest(text, database, role, values, true);
    }
}
