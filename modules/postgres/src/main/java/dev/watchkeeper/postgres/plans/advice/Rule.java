package dev.watchkeeper.postgres.plans.advice;

/** What is looked for in a plan. The thresholds are the console's own, chosen so that a healthy plan gets no advice. */
public enum Rule {
    /** A sequential scan keeps at most 5 % of at least 10,000 rows, and takes at least 10 % of the whole. */
    READS_MANY_KEEPS_FEW,
    /** A column is compared as another type than its own, so that no index on it serves; at the same thresholds. */
    CAST_COLUMN,
    /** An index scan throws away ten times what it keeps, at least 10,000 rows, after fetching them from the table. */
    INDEX_FILTER,
    /** Ten times more or fewer rows than expected, at least 1,000 of difference, and the nodes below were not off. */
    MISESTIMATE,
    /** A sort went to disk, whatever its size: one that fits into memory is several times quicker. */
    SORT_SPILL,
    /** A hash table did not fit into memory: more than one batch, or an aggregate that wrote to disk. */
    HASH_SPILL,
    /** A nested loop ran its inner side at least 10,000 times, which took at least 30 % of the time. */
    MANY_LOOPS,
    /** At least 10 % of a bitmap's pages were lossy, so that all rows on them were checked again. */
    LOSSY_BITMAP,
    /** An index-only scan went to the table for at least 10 % of its rows, at least 1,000. */
    HEAP_FETCHES,
    /** Fewer parallel workers came than were planned. */
    WORKERS_MISSING,
    /** Compiling took at least a quarter of the time, and 50 ms. */
    JIT,
    /** A trigger took at least a fifth of the time, and 50 ms: most often a foreign key without an index. */
    SLOW_TRIGGER,
    /** Something is done in a way that a setting forbids: there was no other. */
    DISABLED
}
