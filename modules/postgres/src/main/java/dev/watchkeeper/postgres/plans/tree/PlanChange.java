package dev.watchkeeper.postgres.plans.tree;

/**
 * One difference between two plans of a statement.
 *
 * @param nodeA id in the first plan; -1 if it has no such node
 * @param nodeB id in the second plan; -1 if it has no such node
 * @param worse whether it is for the worse: an index that is not used any more, something that takes longer
 * @param headline one sentence
 * @param text more about it; may be empty
 */
public record PlanChange(int nodeA, int nodeB, Kind kind, boolean worse, String headline, String text) {
    /** Id of no node. */
    public static final int NONE = -1;

    /** What sort of difference. */
    public enum Kind {
        /** A table is read in another way. */
        ACCESS,
        /** The same tables are joined in another way. */
        JOIN,
        /** A step is new, or gone: a sort, an aggregate. */
        STEP,
        /** The same step takes longer, or less. */
        WEIGHT
    }
}
