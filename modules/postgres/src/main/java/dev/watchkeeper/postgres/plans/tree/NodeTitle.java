package dev.watchkeeper.postgres.plans.tree;

import dev.watchkeeper.postgres.sql.SqlName;
import java.util.Optional;

/** What a node is called, as {@code EXPLAIN} writes it as text (explain.c, ExplainNode). */
public final class NodeTitle {
    private NodeTitle() {}

    /** What it does: {@code Parallel Seq Scan}, {@code Hash Left Join}, {@code Finalize GroupAggregate}. */
    public static String doing(PlanNode node) {
        Facts facts = node.facts();
        String does = switch (node.type()) {
            case "Aggregate" -> aggregate(facts);
            case "ModifyTable" -> facts.text("Operation").orElse("ModifyTable");
            case "SetOp" -> setOp(facts);
            case "Nested Loop", "Merge Join", "Hash Join" -> join(node.type(), facts);
            case "Custom Scan" ->
                facts.text("Custom Plan Provider")
                        .map(provider -> "Custom Scan (" + provider + ")")
                        .orElse(node.type());
            case "Foreign Scan" -> foreign(facts);
            default -> node.type();
        };
        boolean backward =
                facts.text("Scan Direction").filter("Backward"::equals).isPresent();
        return (facts.flag("Parallel Aware") ? "Parallel " : "")
                + (facts.flag("Async Capable") ? "Async " : "")
                + does
                + (backward ? " Backward" : "");
    }

    private static String aggregate(Facts facts) {
        String does = switch (facts.text("Strategy").orElse("Plain")) {
            case "Sorted" -> "GroupAggregate";
            case "Hashed" -> "HashAggregate";
            case "Mixed" -> "MixedAggregate";
            default -> "Aggregate";
        };
        String mode = facts.text("Partial Mode").orElse("Simple");
        return mode.equals("Simple") ? does : mode + " " + does;
    }

    private static String setOp(Facts facts) {
        String does = facts.text("Strategy").filter("Hashed"::equals).isPresent() ? "HashSetOp" : "SetOp";
        return does + facts.text("Command").map(command -> " " + command).orElse("");
    }

    private static String join(String type, Facts facts) {
        String kind = facts.text("Join Type").orElse("Inner");
        if (kind.equals("Inner")) {
            return type;
        }
        return type.equals("Nested Loop")
                ? "Nested Loop " + kind + " Join"
                : type.replace(" Join", " " + kind + " Join");
    }

    private static String foreign(Facts facts) {
        return facts.text("Operation")
                .filter(operation -> !operation.equals("Select"))
                .map(operation -> "Foreign " + operation)
                .orElse("Foreign Scan");
    }

    /** What it works on: {@code using orders_pkey on public.orders o}; empty if on other nodes only. */
    public static String on(PlanNode node) {
        StringBuilder words = new StringBuilder();
        node.index()
                .ifPresent(index -> words.append(node.type().equals("Bitmap Index Scan") ? " on " : " using ")
                        .append(SqlName.of(index)));
        Optional<String> name = node.relation().or(() -> otherName(node.facts()));
        Optional<String> object = name.map(
                one -> node.schema().map(schema -> SqlName.of(schema) + ".").orElse("") + SqlName.of(one));
        object.ifPresent(one -> words.append(" on ").append(one));
        Optional<String> alias = node.alias().filter(one -> !name.equals(Optional.of(one)));
        if (object.isPresent() || node.isScan()) {
            alias.ifPresent(one -> words.append(object.isEmpty() ? " on " : " ").append(SqlName.of(one)));
        }
        return words.toString().strip();
    }

    private static Optional<String> otherName(Facts facts) {
        return facts.text("CTE Name")
                .or(() -> facts.text("Tuplestore Name"))
                .or(() -> facts.text("Function Name"))
                .or(() -> facts.text("Table Function Name"));
    }

    /** Both. */
    public static String of(PlanNode node) {
        return (doing(node) + " " + on(node)).strip();
    }
}
