package dev.watchkeeper.postgres.plans.tree;

/**
 * What compiling the statement's expressions took.
 *
 * @param functions that were made
 * @param ms generating, inlining, optimising, emitting; 0 if it was not measured
 */
public record PlanJit(int functions, double ms) {}
