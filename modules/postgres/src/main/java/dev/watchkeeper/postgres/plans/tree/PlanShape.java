package dev.watchkeeper.postgres.plans.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells plans apart by what they do: nodes, joins, relations, indexes; not by costs, rows, values or how many workers. The
 * partitions below an Append count once for each way in which they are read, without their names: a new one a day is no
 * new plan, but one partition without its index is.
 */
public final class PlanShape {
    /** What of a node's facts makes it another one. */
    private static final List<String> DISTINGUISHING = List.of(
            "Parent Relationship",
            "Subplan Name",
            "Strategy",
            "Partial Mode",
            "Parallel Aware",
            "Join Type",
            "Scan Direction",
            "Operation",
            "Command",
            "CTE Name",
            "Function Name",
            "Tuplestore Name");

    private PlanShape() {}

    /** 32 hexadecimal digits, equal for plans of the same shape. */
    public static String of(Plan plan) {
        byte[] text = describe(plan.root(), false).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** As the planner names partitions: the table's alias and a number. */
    private static boolean isNumbered(PlanNode node) {
        return node.alias().map(alias -> alias.matches(".*_\\d+")).orElse(true);
    }

    private static String describe(PlanNode node, boolean nameless) {
        boolean append = node.type().endsWith("Append");
        String facts = DISTINGUISHING.stream()
                .map(name -> node.facts().text(name).orElse(""))
                .collect(Collectors.joining("|"));
        String names = nameless && isNumbered(node)
                ? node.index().map(index -> "*").orElse("")
                : node.qualified().orElse("") + "|" + node.index().orElse("");
        List<String> children = node.children().stream()
                .map(child -> describe(child, nameless || (append && !child.isInitPlan())))
                .toList();
        if (append) {
            children = children.stream().distinct().sorted().toList();
        }
        return node.type() + "[" + facts + "|" + names + "]" + children;
    }
}
