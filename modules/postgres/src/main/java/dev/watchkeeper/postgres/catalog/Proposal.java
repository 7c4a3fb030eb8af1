package dev.watchkeeper.postgres.catalog;

/**
 * Something that may be meant.
 *
 * @param insert what takes the place of what was typed, quoted where it must be
 * @param label what is shown
 * @param detail to tell it from others: a column's type, a function's arguments, a table's schema; may be empty
 */
public record Proposal(Kind kind, String insert, String label, String detail) {
    /** What it is. In the order in which equals are shown. */
    public enum Kind {
        COLUMN,
        /** A name that this statement itself gives to something. */
        ALIAS,
        RELATION,
        SCHEMA,
        FUNCTION,
        /** A role, database, setting, type, extension. */
        NAME,
        KEYWORD
    }
}
