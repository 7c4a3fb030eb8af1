package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.plans.tree.Actual;
import dev.watchkeeper.postgres.plans.tree.Facts;
import dev.watchkeeper.postgres.plans.tree.NodeTitle;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.util.Locale;
import java.util.Optional;

/** A node in few words, and its figures. */
final class NodeWords {
    private NodeWords() {}

    /** What stands behind its name: {@code on orders}, {@code 50 rows}, {@code top-N heapsort}. */
    static String more(PlanNode node) {
        Facts facts = node.facts();
        Optional<String> words = switch (node.type()) {
            case "Limit" -> Optional.of(rows(node));
            case "Sort", "Incremental Sort" -> facts.text("Sort Method").or(() -> by(facts, "Sort Key"));
            case "Aggregate", "Group" -> by(facts, "Group Key");
            case "Hash Join" -> facts.text("Hash Cond").map(NodeWords::bare);
            case "Merge Join" -> facts.text("Merge Cond").map(NodeWords::bare);
            case "Nested Loop" -> facts.text("Join Filter").map(NodeWords::bare);
            case "Gather", "Gather Merge" -> Optional.of(workers(facts));
            default -> Optional.empty();
        };
        return words.orElseGet(() -> on(node));
    }

    private static String on(PlanNode node) {
        String relation = node.relation().map(name -> "on " + name).orElse("");
        String index = node.index().map(name -> "using " + name).orElse("");
        String both = (relation + " " + index).strip();
        return both.isEmpty() ? NodeTitle.on(node) : both;
    }

    private static Optional<String> by(Facts facts, String key) {
        return facts.text(key).map(value -> "by " + value);
    }

    private static String bare(String condition) {
        return condition.startsWith("(") && condition.endsWith(")")
                ? "on " + condition.substring(1, condition.length() - 1)
                : "on " + condition;
    }

    private static String workers(Facts facts) {
        long planned = facts.count("Workers Planned");
        return facts.has("Workers Launched")
                ? facts.count("Workers Launched") + " of " + Sizes.of(planned, "worker", "workers")
                : Sizes.of(planned, "worker", "workers");
    }

    private static String rows(PlanNode node) {
        return Sizes.of(
                Math.round(node.actual()
                        .map(Actual::allRows)
                        .orElse(node.estimate().rows())),
                "row",
                "rows");
    }

    /** Rows that came out in all; a dash if it was not run. */
    static String found(PlanNode node) {
        return node.actual()
                .map(actual -> actual.ran() ? Sizes.count(Math.round(actual.allRows())) : "never run")
                .orElse("–");
    }

    /** Rows that were expected, in all loops. */
    static String expected(PlanNode node) {
        double loops = node.actual().filter(Actual::ran).map(Actual::loops).orElse(1.0);
        return Sizes.count(Math.round(node.estimate().rows() * loops));
    }

    static String loops(PlanNode node) {
        return node.actual()
                .map(actual -> Sizes.count(Math.round(actual.loops())))
                .orElse("–");
    }

    /** What it took for itself: {@code 12.3 ms}, or a cost. */
    static String own(ShownPlan plan, PlanNode node) {
        double own = plan.loads().own().get(node.id());
        String number = String.format(Locale.ROOT, own < 10 ? "%.2f" : "%,.0f", own);
        return plan.loads().timed() ? number + " ms" : number;
    }

    /** Blocks from the cache and from elsewhere, with what is below: {@code 41 MB, 3 MB read}. */
    static String blocks(PlanNode node) {
        long read = node.facts().count("Shared Read Blocks");
        long hit = node.facts().count("Shared Hit Blocks");
        if (read + hit == 0) {
            return "–";
        }
        return Sizes.bytes((read + hit) * 8192) + (read > 0 ? ", " + Sizes.bytes(read * 8192) + " read" : "");
    }
}
