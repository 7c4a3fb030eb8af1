package dev.watchkeeper.postgres.plans.tree;

/**
 * What was measured of a node, as means over its loops.
 *
 * @param timed whether the clock was read: not with {@code TIMING off}
 * @param startupMs until the first row
 * @param totalMs until the last row, with all that is below
 * @param rows that came out; whole numbers before PostgreSQL 18
 * @param loops how often it was run, by all processes together; 0 if never
 */
public record Actual(boolean timed, double startupMs, double totalMs, double rows, double loops) {
    /** Rows that came out in all. */
    public double allRows() {
        return rows * loops;
    }

    public boolean ran() {
        return loops > 0;
    }
}
