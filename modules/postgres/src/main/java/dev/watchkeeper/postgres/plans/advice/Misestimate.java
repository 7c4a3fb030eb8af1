package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.postgres.plans.tree.Actual;
import dev.watchkeeper.postgres.plans.tree.NodeTitle;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import dev.watchkeeper.postgres.sql.SqlName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** {@link Rule#MISESTIMATE}; not of what is compared as another type, of which there are no statistics. */
final class Misestimate implements Check {
    /** So many times more or fewer are wrong. */
    static final double OFF = 10;

    /** Rows of a bitmap are not counted. */
    private static final Set<String> BITMAPS = Set.of("BitmapAnd", "BitmapOr");

    private static final double DIFFERENCE = 1_000;

    /** Share of a table's rows that may change before its statistics count as stale: autovacuum's own default. */
    private static final double STALE = 0.1;

    /** How many times one is of the other, at least 1; none counts as one. */
    static double factor(double expected, double came) {
        double one = Math.max(1, expected);
        double other = Math.max(1, came);
        return Math.max(one / other, other / one);
    }

    @Override
    public void look(PlanNode node, Examination plan, Consumer<Advice> found) {
        if (!isOff(node, plan) || node.children().stream().anyMatch(child -> isOff(child, plan))) {
            return;
        }
        double expected = node.estimate().rows();
        double came = node.actual().map(Actual::rows).orElse(0.0);
        String headline = NodeTitle.doing(node) + " expected " + Figures.rows(expected) + ", found "
                + Figures.count(came) + " (" + Figures.times(factor(expected, came))
                + (came > expected ? " more" : " fewer") + ").";
        Optional<TableFacts> table = plan.catalog().of(node);
        if (table.isPresent() && !ScanFilter.of(node, table.get()).cast().isEmpty()) {
            return;
        }
        boolean heavy = plan.above(node).anyMatch(plan::isGrave) || plan.isGrave(node);
        if (table.isEmpty()) {
            found.accept(new Advice(
                    node.id(),
                    Rule.MISESTIMATE,
                    false,
                    headline,
                    "Everything above it is planned for the wrong number of rows.",
                    Optional.empty()));
            return;
        }
        found.accept(ofTable(node, plan, table.get(), headline, heavy));
    }

    private static Advice ofTable(PlanNode node, Examination plan, TableFacts table, String headline, boolean heavy) {
        boolean stale = table.analyzed().isEmpty()
                || table.rows() < 0
                || table.changed() > STALE * Math.max(DIFFERENCE, table.rows());
        List<String> columns = node
                .facts()
                .text("Filter")
                .or(() -> node.facts().text("Index Cond"))
                .map(Clause::of)
                .orElse(List.of())
                .stream()
                .map(Clause::column)
                .distinct()
                .toList();
        String last = table.name() + " was last analysed " + plan.ago(table.analyzed()) + ", and "
                + Figures.rows((double) table.changed()) + " changed since.";
        if (stale) {
            return new Advice(
                    node.id(),
                    Rule.MISESTIMATE,
                    heavy,
                    headline,
                    "The statistics are stale: " + last,
                    Optional.of("ANALYZE " + table.sql() + ";"));
        }
        if (columns.size() < 2) {
            return new Advice(
                    node.id(),
                    Rule.MISESTIMATE,
                    heavy,
                    headline,
                    "The statistics are fresh: " + last + " The values may be spread unevenly: try a larger statistics"
                            + " target.",
                    columns.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    "ALTER TABLE " + table.sql() + " ALTER COLUMN " + SqlName.of(columns.getFirst())
                                            + " SET STATISTICS 1000;\nANALYZE " + table.sql() + ";"));
        }
        String list = columns.stream().limit(8).map(SqlName::of).collect(Collectors.joining(", "));
        return new Advice(
                node.id(),
                Rule.MISESTIMATE,
                heavy,
                headline,
                "The statistics are fresh: " + last + " The planner takes the columns for independent of each other;"
                        + " if they are not, extended statistics tell it so.",
                Optional.of("CREATE STATISTICS ON " + list + "\n  FROM " + table.sql() + ";\nANALYZE " + table.sql()
                        + ";"));
    }

    private static boolean isOff(PlanNode node, Examination plan) {
        if (node.actual().isEmpty() || !node.actual().get().ran() || BITMAPS.contains(node.type())) {
            return false;
        }
        double expected = node.estimate().rows();
        double came = node.actual().get().rows();
        return factor(expected, came) >= OFF
                && Math.abs(expected - came) * node.actual().get().loops() >= DIFFERENCE
                && (came > expected || !mayStopEarly(node, plan));
    }

    /** Fewer rows than expected mean nothing where somebody above may have had enough. */
    private static boolean mayStopEarly(PlanNode node, Examination plan) {
        return plan.above(node)
                .anyMatch(above -> above.type().equals("Limit")
                        || above.type().equals("Merge Join")
                        || (above.type().equals("Gather") && plan.parents().containsKey(above.id()))
                        || above.facts()
                                .text("Join Type")
                                .filter(type -> !type.equals("Inner"))
                                .isPresent()
                        || above.facts().flag("Inner Unique"));
    }
}
