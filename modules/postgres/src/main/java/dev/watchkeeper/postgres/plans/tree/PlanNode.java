package dev.watchkeeper.postgres.plans.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of a plan.
 *
 * @param id its place, from the top and from left to right, from 0
 * @param type as the server says it: {@code Seq Scan}, {@code Hash Join}, {@code ModifyTable}
 * @param actual empty if it was only planned
 * @param workers what each parallel worker did, as far as the server tells them apart
 * @param children in the server's order
 */
public record PlanNode(
        int id,
        String type,
        Facts facts,
        Estimate estimate,
        Optional<Actual> actual,
        List<Facts> workers,
        List<PlanNode> children) {
    public PlanNode {
        workers = List.copyOf(workers);
        children = List.copyOf(children);
    }

    /** The table, view or foreign table that it reads or writes. */
    public Optional<String> relation() {
        return facts.text("Relation Name");
    }

    /** The relation's schema; the server says it with {@code VERBOSE} only. */
    public Optional<String> schema() {
        return facts.text("Schema");
    }

    /** The relation with its schema, as far as it is known. */
    public Optional<String> qualified() {
        return relation()
                .map(name -> schema().map(schema -> schema + "." + name).orElse(name));
    }

    public Optional<String> alias() {
        return facts.text("Alias");
    }

    public Optional<String> index() {
        return facts.text("Index Name");
    }

    /** Whether it is a plan of its own, run when its value is first wanted: an uncorrelated subquery, or a CTE. */
    public boolean isInitPlan() {
        return facts.text("Parent Relationship").filter("InitPlan"::equals).isPresent();
    }

    /** Whether it is run again for each row of its parent. */
    public boolean isSubPlan() {
        return facts.text("Parent Relationship").filter("SubPlan"::equals).isPresent();
    }

    /** Whether its children are run by several processes. */
    public boolean isGather() {
        return type.equals("Gather") || type.equals("Gather Merge");
    }

    public boolean isScan() {
        return type.endsWith("Scan");
    }

    public boolean isJoin() {
        return type.endsWith("Join") || type.equals("Nested Loop");
    }

    /** Itself and all below, from the top and from left to right. */
    public Stream<PlanNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(PlanNode::all));
    }
}
