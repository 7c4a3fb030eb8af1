package dev.watchkeeper.postgres.plans.advice;

import java.util.List;

/**
 * An index as the catalog has it.
 *
 * @param columns its key columns in order; an empty name for an expression
 * @param partial whether it holds only some rows
 */
public record IndexFacts(String name, String method, boolean valid, boolean partial, List<String> columns) {
    public IndexFacts {
        columns = List.copyOf(columns);
    }
}
