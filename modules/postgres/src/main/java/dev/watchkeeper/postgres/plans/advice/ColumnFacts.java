package dev.watchkeeper.postgres.plans.advice;

/**
 * A column as the catalog has it.
 *
 * @param type as {@code format_type} writes it, without its length
 * @param distinct {@code pg_stats.n_distinct}: how many values, or as a negative share of the rows; 0 if not known
 */
public record ColumnFacts(String name, String type, double distinct) {
    /** How many different values it has in a table of that many rows; 0 if not known. */
    double values(double rows) {
        return distinct < 0 ? -distinct * rows : distinct;
    }
}
