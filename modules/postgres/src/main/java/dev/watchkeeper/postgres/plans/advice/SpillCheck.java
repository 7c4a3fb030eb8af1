package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.plans.tree.Actual;
import dev.watchkeeper.postgres.plans.tree.Facts;
import dev.watchkeeper.postgres.plans.tree.NodeTitle;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@link Rule#SORT_SPILL} and {@link Rule#HASH_SPILL}. What they would need in memory is more than what they took on disk:
 * there each row has a header and a place in a table of pointers besides. So it is counted from the rows, where that is
 * more.
 */
final class SpillCheck implements Check {
    private static final long KB = 1024;

    /** Of each row in memory: its header, its pointer and its chunk (tuplesort.c, SortTuple; MinimalTuple). */
    private static final int ROW_OVERHEAD = 72;

    private static final double DISK_TO_MEMORY = 2;

    @Override
    public void look(PlanNode node, Examination plan, Consumer<Advice> found) {
        double sorted = sortedOnDisk(node);
        if (sorted > 0) {
            found.accept(sort(node, plan, sorted));
        }
        if (node.type().equals("Hash") && node.facts().count("Hash Batches") > 1) {
            found.accept(hash(node, plan));
        }
        if (node.type().equals("Aggregate") && node.facts().count("Disk Usage") > 0) {
            found.accept(aggregate(node, plan));
        }
    }

    /** Bytes that the largest of the processes wrote. */
    private static double sortedOnDisk(PlanNode node) {
        double full = Stream.concat(Stream.of(node.facts()), node.workers().stream())
                .filter(facts ->
                        facts.text("Sort Space Type").filter("Disk"::equals).isPresent())
                .mapToDouble(facts -> facts.number("Sort Space Used"))
                .max()
                .orElse(0);
        double incremental = Stream.of("Full-sort Groups", "Pre-sorted Groups")
                .mapToDouble(groups -> node.facts().number(groups + " / Sort Space Disk / Peak Sort Space Used"))
                .max()
                .orElse(0);
        return Math.max(full, incremental) * KB;
    }

    private static Advice sort(PlanNode node, Examination plan, double disk) {
        double rows = node.actual().map(Actual::rows).orElse(0.0);
        double needed = Math.max(disk * DISK_TO_MEMORY, rows * (node.estimate().width() + ROW_OVERHEAD));
        return new Advice(
                node.id(),
                Rule.SORT_SPILL,
                plan.isGrave(node),
                "Sorts " + Sizes.bytes((long) disk) + " on disk.",
                "work_mem is " + Sizes.bytes(plan.catalog().workMem()) + ". In memory it would take about "
                        + Sizes.bytes((long) needed) + ": each sort of each session that runs it."
                        + nodeShare(node, plan),
                Optional.of("SET work_mem = '" + Figures.memory(needed) + "';"));
    }

    private static Advice hash(PlanNode node, Examination plan) {
        Facts facts = node.facts();
        long batches = facts.count("Hash Batches");
        double rows = node.actual().map(Actual::allRows).orElse(0.0);
        double needed = Math.max(
                facts.number("Peak Memory Usage") * KB * batches,
                rows * (node.estimate().width() + ROW_OVERHEAD));
        long planned = facts.count("Original Hash Batches");
        return new Advice(
                node.id(),
                Rule.HASH_SPILL,
                plan.above(node).findFirst().map(plan::isGrave).orElse(false),
                "The hash table did not fit into memory: " + batches + " batches.",
                (planned > 0 && planned < batches ? "The planner expected " + planned + ". " : "")
                        + memory(plan, needed),
                Optional.of("SET work_mem = '"
                        + Figures.memory(needed / plan.catalog().hashFactor()) + "';"));
    }

    private static Advice aggregate(PlanNode node, Examination plan) {
        double disk = node.facts().number("Disk Usage") * KB;
        double groups = node.actual().map(Actual::rows).orElse(0.0);
        double needed = Math.max(
                node.facts().number("Peak Memory Usage") * KB + disk * DISK_TO_MEMORY,
                groups * (node.estimate().width() + 2 * ROW_OVERHEAD));
        return new Advice(
                node.id(),
                Rule.HASH_SPILL,
                plan.isGrave(node),
                NodeTitle.doing(node) + " wrote " + Sizes.bytes((long) disk) + " to disk.",
                memory(plan, needed) + nodeShare(node, plan),
                Optional.of("SET work_mem = '"
                        + Figures.memory(needed / plan.catalog().hashFactor()) + "';"));
    }

    private static String memory(Examination plan, double needed) {
        return "It may take work_mem × hash_mem_multiplier, "
                + Sizes.bytes((long) (plan.catalog().workMem() * plan.catalog().hashFactor()))
                + "; it would take about " + Sizes.bytes((long) needed) + ".";
    }

    private static String nodeShare(PlanNode node, Examination plan) {
        return " It takes " + plan.shareWords(plan.share(node)) + ".";
    }
}
