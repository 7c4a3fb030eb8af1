package dev.watchkeeper.postgres.plans.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each node took for itself, where the server counts what is below it in. Children are taken off their parents. A
 * plan of its own (InitPlan, CTE) hangs below one node, but runs, and is counted, in whichever node first wants its value:
 * it is taken off there.
 */
final class Exclusive {
    private static final Pattern RETURNS = Pattern.compile("\\$\\d+");

    private final PlanNode root;
    private final double[] inclusive;
    private final double[] own;

    private Exclusive(PlanNode root, double[] inclusive) {
        this.root = root;
        this.inclusive = inclusive;
        this.own = inclusive.clone();
    }

    /**
     * Of what was measured, by node id; never negative.
     *
     * @param inclusive of a node and what is below, over all its loops
     */
    static List<Double> ofMeasured(PlanNode root, ToDoubleFunction<PlanNode> inclusive) {
        Exclusive exclusive =
                new Exclusive(root, root.all().mapToDouble(inclusive).toArray());
        root.all().forEach(node -> exclusive.takeChildrenOff(node, child -> !child.isInitPlan()));
        root.all()
                .forEach(node -> node.children().stream()
                        .filter(PlanNode::isInitPlan)
                        .forEach(plan -> exclusive.takeOffWhereItRan(plan, node)));
        return exclusive.own();
    }

    /** Of estimates, by node id: there the cost of a plan of its own is in the node that it hangs below. */
    static List<Double> ofEstimated(PlanNode root, ToDoubleFunction<PlanNode> inclusive) {
        Exclusive exclusive =
                new Exclusive(root, root.all().mapToDouble(inclusive).toArray());
        root.all().forEach(node -> exclusive.takeChildrenOff(node, child -> true));
        return exclusive.own();
    }

    private List<Double> own() {
        return Arrays.stream(own).map(value -> Math.max(0, value)).boxed().toList();
    }

    private void takeChildrenOff(PlanNode node, Predicate<PlanNode> which) {
        node.children().stream().filter(which).forEach(child -> own[node.id()] -= inclusive[child.id()]);
    }

    private void takeOffWhereItRan(PlanNode plan, PlanNode parent) {
        double left = inclusive[plan.id()];
        for (PlanNode user : users(plan, parent)) {
            double taken = Math.min(left, Math.max(0, own[user.id()]));
            own[user.id()] -= taken;
            left -= taken;
        }
    }

    /** Who reads its result, in about the order in which they run: from below. */
    private List<PlanNode> users(PlanNode plan, PlanNode parent) {
        String name = plan.facts().text("Subplan Name").orElse("");
        List<PlanNode> found = new ArrayList<>();
        if (name.startsWith("CTE ")) {
            String cte = name.substring("CTE ".length());
            root.all()
                    .filter(node -> node.type().equals("CTE Scan"))
                    .filter(node -> node.facts().text("CTE Name").equals(Optional.of(cte)))
                    .forEach(found::add);
            return found;
        }
        Optional<Pattern> mark = mark(name);
        Deque<PlanNode> upwards = new ArrayDeque<>();
        mark.ifPresent(pattern -> parent.all()
                .filter(node -> plan.all().noneMatch(node::equals))
                .filter(node -> node.facts().mention(pattern))
                .forEach(upwards::push));
        // before workers are launched, the leader works out what they will want
        upwards.stream().filter(PlanNode::isGather).forEach(found::add);
        upwards.stream().filter(node -> !node.isGather()).forEach(found::add);
        return found.isEmpty() ? List.of(parent) : found;
    }

    /** How others name its result: {@code $0} before PostgreSQL 17, {@code (InitPlan 1).col1} since. */
    private static Optional<Pattern> mark(String name) {
        if (!name.startsWith("InitPlan")) {
            return Optional.empty();
        }
        Matcher returned = RETURNS.matcher(name);
        List<String> marks = new ArrayList<>();
        while (returned.find()) {
            marks.add("\\Q" + returned.group() + "\\E(?!\\d)");
        }
        if (marks.isEmpty()) {
            marks.add("\\Q" + name + "\\E(?!\\d)");
        }
        return Optional.of(Pattern.compile(String.join("|", marks)));
    }
}
