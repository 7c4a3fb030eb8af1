package dev.watchkeeper.kernel.workload;

/** One statement and what it did in an interval. */
public record StatementUse(StatementId id, StatementFigures figures) {}
