package dev.watchkeeper.history;

import dev.watchkeeper.kernel.workload.QueryRef;
import java.time.Instant;

/**
 * A statement's plan, kept while it stays the same.
 *
 * @param shape tells plans apart: equal as long as nodes, joins and indexes are, whatever costs and rows
 * @param firstSeen when a plan of this shape was first seen after another one
 * @param json as {@code EXPLAIN (FORMAT JSON)} says it
 */
public record KeptPlan(QueryRef query, String shape, Instant firstSeen, Instant lastSeen, String json) {}
