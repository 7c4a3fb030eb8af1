package dev.watchkeeper.kernel.sql;

import java.util.Set;

/**
 * What one statement does, read from its text alone. Where a text can't tell, it says the worse of two.
 *
 * @param verb as {@link Verb} says it
 * @param everyRow UPDATE or DELETE without WHERE, also within WITH
 * @param alone the server refuses it within a transaction
 * @param givesRows whether its result has columns
 * @param runsIt EXPLAIN ANALYZE: it says how it would do it, and does it
 * @param outside what it does that a rollback does not undo, as a clause ({@code writes a file on the server}); empty if
 *     there is nothing of the kind
 * @param functions that it calls, as they are written, in lower case unless quoted, without their schema
 */
public record Deed(
        Effect effect,
        String verb,
        boolean everyRow,
        boolean alone,
        boolean givesRows,
        boolean runsIt,
        String outside,
        Set<String> functions) {
    private static final Set<String> DESTRUCTIVE = Set.of("DROP", "TRUNCATE", "REASSIGN");

    public Deed {
        functions = Set.copyOf(functions);
    }

    /** Reads one statement. */
    public static Deed of(String statement) {
        return new DeedReader(statement).deed();
    }

    /** Whether anything outside of the session may be different afterwards. */
    public boolean changes() {
        return effect.changes();
    }

    /** Whether it takes away what nobody gets back without a backup. */
    public boolean destroys() {
        return everyRow || DESTRUCTIVE.contains(verb.split(" ", 2)[0]);
    }
}
