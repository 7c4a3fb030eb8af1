package dev.watchkeeper.postgres.plans.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** A plan as text, as {@code EXPLAIN} prints it, with a mark behind the nodes that take most. */
public final class PlanText {
    /** From this share of the whole a node is marked. */
    private static final double MARKED = 0.1;

    /** In the title already, or of no use to a reader. */
    private static final Set<String> IN_TITLE = Set.of(
            "Parent Relationship",
            "Subplan Name",
            "Parallel Aware",
            "Async Capable",
            "Join Type",
            "Strategy",
            "Partial Mode",
            "Operation",
            "Command",
            "Scan Direction",
            "Relation Name",
            "Schema",
            "Alias",
            "Index Name",
            "CTE Name",
            "Function Name",
            "Tuplestore Name",
            "Table Function Name",
            "Custom Plan Provider",
            "Inner Unique",
            "Single Copy");

    private static final Set<String> KEPT_AT_ZERO = Set.of("Heap Fetches", "Workers Launched", "Workers Planned");

    private final Plan plan;
    private final NodeLoads loads;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Plan plan) {
        this.plan = plan;
        this.loads = NodeLoads.of(plan);
    }

    /** Several lines, the last one without its end. */
    public static String of(Plan plan) {
        return String.join("\n", new PlanText(plan).all());
    }

    /** What a node's lines tell besides its title: {@code Filter: (id = 1)}. */
    public static List<String> details(PlanNode node) {
        List<String> details = new ArrayList<>();
        node.facts().values().forEach((name, value) -> {
            if (!IN_TITLE.contains(name) && !isCounter(name) && isTelling(name, value)) {
                details.add(name.replace(" / ", ", ") + ": " + value(name, value));
            }
        });
        details.addAll(PlanUsage.lines(node.facts()));
        return details;
    }

    /** Cost, and what was measured: {@code (cost=0.29..8.31 rows=1 width=42) (actual time=0.01..0.02 rows=1 loops=1)}. */
    public static String figures(PlanNode node) {
        Estimate estimate = node.estimate();
        String planned = String.format(
                Locale.ROOT,
                "(cost=%.2f..%.2f rows=%.0f width=%d)",
                estimate.startupCost(),
                estimate.totalCost(),
                estimate.rows(),
                estimate.width());
        return node.actual().map(actual -> planned + " " + measured(actual)).orElse(planned);
    }

    private static String measured(Actual actual) {
        if (!actual.ran()) {
            return "(never executed)";
        }
        String time = actual.timed()
                ? String.format(Locale.ROOT, "time=%.3f..%.3f ", actual.startupMs(), actual.totalMs())
                : "";
        return "(actual " + time + "rows=" + tidy(Double.toString(actual.rows())) + " loops="
                + tidy(Double.toString(actual.loops())) + ")";
    }

    private List<String> all() {
        node(plan.root(), 0);
        new TreeMap<>(plan.settings()).forEach((name, value) -> lines.add("Settings: " + name + " = '" + value + "'"));
        plan.planningMs().ifPresent(ms -> lines.add(String.format(Locale.ROOT, "Planning Time: %.3f ms", ms)));
        plan.jit()
                .ifPresent(jit ->
                        lines.add(String.format(Locale.ROOT, "JIT: %d functions, %.3f ms", jit.functions(), jit.ms())));
        for (PlanTrigger trigger : plan.triggers()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Trigger %s on %s: time=%.3f calls=%.0f",
                    trigger.constraint().isEmpty() ? trigger.name() : "for constraint " + trigger.constraint(),
                    trigger.relation(),
                    trigger.ms(),
                    trigger.calls()));
        }
        plan.executionMs().ifPresent(ms -> lines.add(String.format(Locale.ROOT, "Execution Time: %.3f ms", ms)));
        return lines;
    }

    private void node(PlanNode node, int depth) {
        String indent = "      ".repeat(Math.max(0, depth - 1));
        node.facts().text("Subplan Name").ifPresent(name -> lines.add(indent + "  " + name));
        String title = indent + (depth == 0 ? "" : "  ->  ") + NodeTitle.of(node);
        lines.add(title + "  " + figures(node) + mark(node));
        String inner = indent + (depth == 0 ? "  " : "        ");
        details(node).forEach(detail -> lines.add(inner + detail));
        node.workers().forEach(worker -> worker(worker, inner));
        node.children().forEach(child -> node(child, depth + 1));
    }

    private void worker(Facts worker, String inner) {
        List<String> words = new ArrayList<>();
        worker.values().forEach((name, value) -> {
            if (!name.equals("Worker Number") && !isCounter(name) && isTelling(name, value)) {
                words.add(name + ": " + value(name, value));
            }
        });
        if (!words.isEmpty()) {
            lines.add(inner + "Worker " + worker.count("Worker Number") + ":  " + String.join("  ", words));
        }
    }

    private String mark(PlanNode node) {
        double share = loads.share(node);
        return share < MARKED
                ? ""
                : "  ◀ " + Math.round(100 * share) + " % of " + (loads.timed() ? "the time" : "the cost");
    }

    /** Buffers, I/O times and WAL have lines of their own. */
    private static boolean isCounter(String name) {
        return PlanUsage.isCounter(name);
    }

    private static boolean isTelling(String name, String value) {
        return KEPT_AT_ZERO.contains(name)
                || !(value.equals("0") || value.equals("0.0") || value.equals("false") || value.isEmpty());
    }

    /** With its unit, as EXPLAIN writes it as text. */
    private static String value(String name, String value) {
        boolean memory = name.endsWith("Usage") || name.endsWith("Space Used") || name.endsWith("Storage");
        return memory && value.matches("\\d+") ? value + "kB" : tidy(value);
    }

    private static String tidy(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }
}
