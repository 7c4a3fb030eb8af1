package dev.watchkeeper.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.plans.Explained;
import dev.watchkeeper.postgres.plans.advice.Advice;
import dev.watchkeeper.postgres.plans.tree.Actual;
import dev.watchkeeper.postgres.plans.tree.NodeLoads;
import dev.watchkeeper.postgres.plans.tree.NodeTitle;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import dev.watchkeeper.postgres.plans.tree.PlanShape;
import dev.watchkeeper.postgres.plans.tree.PlanText;
import java.util.Locale;

/** Writes a plan. */
final class PlanOutput {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Console console;

    PlanOutput(Console console) {
        this.console = console;
    }

    /** As EXPLAIN does, with marks; below what is to be said about it. */
    void text(Explained explained) {
        PlanText.of(explained.plan()).lines().forEach(line -> console.out().println(Visible.of(line)));
        advice(explained);
    }

    /** A line a node, with figures; below the same. */
    void table(Explained explained) {
        Plan plan = explained.plan();
        NodeLoads loads = NodeLoads.of(plan);
        Sheet sheet = new Sheet()
                .number("share")
                .number(loads.timed() ? "alone ms" : "alone cost")
                .number("rows")
                .number("expected")
                .number("loops")
                .text("step");
        line(sheet, plan.root(), loads, 0);
        new TextTable(sheet).lines(console.width()).forEach(console.out()::println);
        advice(explained);
    }

    private static void line(Sheet sheet, PlanNode node, NodeLoads loads, int depth) {
        sheet.row(
                Math.round(100 * loads.share(node)) + " %",
                String.format(Locale.ROOT, "%.2f", loads.own().get(node.id())),
                node.actual().map(actual -> count(actual.allRows())).orElse(""),
                count(node.estimate().rows()
                        * node.actual().filter(Actual::ran).map(Actual::loops).orElse(1.0)),
                node.actual().map(actual -> count(actual.loops())).orElse(""),
                "  ".repeat(depth) + NodeTitle.of(node));
        node.children().forEach(child -> line(sheet, child, loads, depth + 1));
    }

    private static String count(double rows) {
        return Sizes.count(Math.round(rows));
    }

    private void advice(Explained explained) {
        for (String remark : explained.remarks()) {
            console.out().println("\n" + remark + ".");
        }
        for (Advice advice : explained.advice()) {
            console.out().println("\n" + (advice.grave() ? "!! " : "!  ") + Visible.of(advice.headline()));
            console.out().println("   " + Visible.of(advice.text()));
            advice.statement()
                    .ifPresent(statement ->
                            statement.lines().forEach(line -> console.out().println("     " + Visible.of(line))));
        }
    }

    /** The server's plan as it is, and beside it what is said about it. */
    void json(String target, Explained explained) throws FaultException {
        ObjectNode top = JSON.createObjectNode();
        top.put("target", target);
        top.put("way", explained.way().name().toLowerCase(Locale.ROOT));
        top.put("shape", PlanShape.of(explained.plan()));
        explained.remarks().forEach(top.putArray("remarks")::add);
        ArrayNode advice = top.putArray("advice");
        for (Advice one : explained.advice()) {
            ObjectNode entry = advice.addObject();
            entry.put("node", one.node());
            entry.put("rule", one.rule().name().toLowerCase(Locale.ROOT));
            entry.put("grave", one.grave());
            entry.put("headline", one.headline());
            entry.put("text", one.text());
            one.statement().ifPresent(statement -> entry.put("statement", statement));
        }
        NodeLoads loads = NodeLoads.of(explained.plan());
        ArrayNode shares = top.putArray("nodes");
        for (PlanNode node : explained.plan().nodes()) {
            ObjectNode entry = shares.addObject();
            entry.put("node", node.id());
            entry.put("step", NodeTitle.of(node));
            entry.put(loads.timed() ? "own_ms" : "own_cost", loads.own().get(node.id()));
            entry.put("share", loads.share(node));
        }
        try {
            top.set("plan", JSON.readTree(explained.json()));
            console.out().println(JSON.writeValueAsString(top));
        } catch (JsonProcessingException e) {
            throw new FaultException(new Fault(FaultKind.FAILED, "the plan can't be written: " + e.getMessage()), e);
        }
    }
}
