package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.postgres.plans.tree.Actual;
import dev.watchkeeper.postgres.plans.tree.NodeTitle;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.util.Optional;
import java.util.function.Consumer;

/** {@link Rule#INDEX_FILTER}, {@link Rule#LOSSY_BITMAP}, {@link Rule#HEAP_FETCHES} and {@link Rule#DISABLED}. */
final class AccessCheck implements Check {
    private static final double MANY = 10_000;
    private static final double TIMES = 10;
    private static final double LOSSY = 0.1;
    private static final double FETCHED = 0.1;
    private static final double FETCHES = 1_000;

    /** What the planner adds to the cost of what is switched off, before PostgreSQL 18. */
    private static final double PENALTY = 1e10;

    /** Of a page in a bitmap, exact (tidbitmap.c, PagetableEntry), with its room in the hash table. */
    private static final int PAGE_ENTRY = 96;

    @Override
    public void look(PlanNode node, Examination plan, Consumer<Advice> found) {
        indexFilter(node, plan, found);
        lossy(node, plan, found);
        fetches(node, plan, found);
        disabled(node, found);
    }

    private static void indexFilter(PlanNode node, Examination plan, Consumer<Advice> found) {
        double loops = node.actual().map(Actual::loops).orElse(0.0);
        double removed = node.facts().number("Rows Removed by Filter") * loops;
        double kept = plan.rows(node);
        boolean byIndex = node.type().equals("Index Scan") || node.type().equals("Bitmap Heap Scan");
        if (byIndex && removed >= MANY && removed >= TIMES * kept) {
            found.accept(new Advice(
                    node.id(),
                    Rule.INDEX_FILTER,
                    plan.isGrave(node),
                    "Fetches " + Figures.rows(removed + kept) + " to keep " + Figures.count(kept) + ".",
                    node.index().map(index -> "The index " + index).orElse("The index")
                            + " leads to them, but the filter throws them away. An index with the filter's columns too"
                            + " would leave them out. It takes " + plan.shareWords(plan.share(node)) + ".",
                    Optional.empty()));
        }
    }

    private static void lossy(PlanNode node, Examination plan, Consumer<Advice> found) {
        double lossy = node.facts().number("Lossy Heap Blocks");
        double all = lossy + node.facts().number("Exact Heap Blocks");
        if (lossy > 0 && lossy >= LOSSY * all) {
            found.accept(new Advice(
                    node.id(),
                    Rule.LOSSY_BITMAP,
                    plan.isGrave(node),
                    Figures.count(lossy) + " of " + Figures.count(all) + " pages in the bitmap are lossy.",
                    "The bitmap did not fit into work_mem, so it knows only pages, and all rows on them are looked at"
                            + " again.",
                    Optional.of("SET work_mem = '" + Figures.memory(all * PAGE_ENTRY) + "';")));
        }
    }

    private static void fetches(PlanNode node, Examination plan, Consumer<Advice> found) {
        double fetches = node.facts().number("Heap Fetches");
        double rows = plan.rows(node);
        if (node.type().equals("Index Only Scan") && fetches >= FETCHES && fetches >= FETCHED * rows) {
            Optional<TableFacts> table = plan.catalog().of(node);
            found.accept(new Advice(
                    node.id(),
                    Rule.HEAP_FETCHES,
                    plan.isGrave(node),
                    "The index-only scan went to the table for " + Figures.count(fetches) + " of " + Figures.rows(rows)
                            + ".",
                    "It can do without only on pages that VACUUM has found visible to all."
                            + table.map(one ->
                                            " " + one.name() + " was last vacuumed " + plan.ago(one.vacuumed()) + ".")
                                    .orElse(""),
                    table.map(one -> "VACUUM (ANALYZE) " + one.sql() + ";")));
        }
    }

    private static void disabled(PlanNode node, Consumer<Advice> found) {
        boolean below = node.children().stream().anyMatch(AccessCheck::isDisabled);
        if (isDisabled(node) && !below) {
            found.accept(new Advice(
                    node.id(),
                    Rule.DISABLED,
                    false,
                    NodeTitle.doing(node) + " is switched off, and still the only way.",
                    "A setting enable_… is off: it keeps nothing from happening where there is no other way.",
                    Optional.empty()));
        }
    }

    private static boolean isDisabled(PlanNode node) {
        return node.facts().flag("Disabled")
                || (node.estimate().totalCost() >= PENALTY
                        && node.children().stream()
                                .allMatch(child -> child.estimate().totalCost() < PENALTY));
    }
}
