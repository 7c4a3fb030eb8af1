package dev.watchkeeper.postgres.plans.tree;

/**
 * A trigger that fired, or a foreign key's check.
 *
 * @param constraint the constraint it belongs to; empty if none
 * @param ms in all its calls
 */
public record PlanTrigger(String name, String constraint, String relation, double ms, double calls) {}
