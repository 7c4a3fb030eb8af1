package dev.watchkeeper.postgres.plans.tree;

/**
 * What the planner expects of a node, each time it is run.
 *
 * @param startupCost until the first row, in the planner's units (a page read in sequence is 1)
 * @param totalCost until the last row
 * @param rows how many come out; of each process where several work in parallel
 * @param width bytes of a row
 */
public record Estimate(double startupCost, double totalCost, double rows, int width) {}
