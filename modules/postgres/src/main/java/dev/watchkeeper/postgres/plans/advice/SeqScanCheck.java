package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.postgres.plans.tree.Actual;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import dev.watchkeeper.postgres.sql.SqlName;
import java.util.Optional;
import java.util.function.Consumer;

/** {@link Rule#READS_MANY_KEEPS_FEW} and {@link Rule#CAST_COLUMN}. */
final class SeqScanCheck implements Check {
    private static final double MANY = 10_000;
    private static final double FEW = 0.05;
    private static final double WORTH_IT = 0.1;

    @Override
    public void look(PlanNode node, Examination plan, Consumer<Advice> found) {
        Optional<TableFacts> table = plan.catalog().of(node);
        if (!node.type().equals("Seq Scan") || plan.share(node) < WORTH_IT) {
            return;
        }
        double kept = plan.rows(node);
        double read = kept + removed(node, table);
        if (!node.facts().has("Filter") || read < MANY || kept > FEW * read) {
            return;
        }
        String headline = (node.actual().isPresent() ? "Reads " : "Would read ")
                + Figures.rows(read) + (node.actual().isPresent() ? " to keep " : " to keep about ")
                + Figures.count(kept) + ".";
        String share = "The sequential scan of " + node.relation().orElse("a table") + " takes "
                + plan.shareWords(plan.share(node)) + ".";
        if (table.isEmpty() || !table.get().takesAnIndex()) {
            found.accept(advice(node, plan, headline, share, Optional.empty()));
            return;
        }
        withIndex(node, plan, table.get(), found, headline, share);
    }

    private static double removed(PlanNode node, Optional<TableFacts> table) {
        if (node.actual().isPresent()) {
            Actual actual = node.actual().get();
            return node.facts().number("Rows Removed by Filter") * actual.loops();
        }
        return Math.max(
                0, table.map(TableFacts::rows).orElse(0.0) - node.estimate().rows());
    }

    private static void withIndex(
            PlanNode node, Examination plan, TableFacts table, Consumer<Advice> found, String headline, String share) {
        ScanFilter filter = ScanFilter.of(node, table);
        if (!filter.cast().isEmpty() && filter.columns().isEmpty()) {
            Clause clause = filter.cast().getFirst();
            String type = table.column(clause.column()).map(ColumnFacts::type).orElse("");
            found.accept(new Advice(
                    node.id(),
                    Rule.CAST_COLUMN,
                    plan.isGrave(node),
                    headline,
                    share + " " + clause.column() + " is " + type + ", but it is compared as " + clause.cast()
                            + ", so no index on it serves. Pass the value as " + type + ".",
                    Optional.empty()));
            return;
        }
        Optional<IndexFacts> there = IndexChoice.serving(table, filter.columns());
        String why = there.map(index -> " " + IndexChoice.whyNot(index)).orElse("");
        Optional<String> statement = filter.columns().isEmpty() || there.isPresent()
                ? there.filter(index -> !index.valid())
                        .map(index -> "REINDEX INDEX CONCURRENTLY " + SqlName.of(table.schema()) + "."
                                + SqlName.of(index.name()) + ";")
                : Optional.of(IndexChoice.create(table, filter.columns()));
        String partition = statement.isPresent() && table.partition() && there.isEmpty()
                ? " It is a partition: its siblings want the same index, and new ones get it from the parent."
                : "";
        found.accept(advice(node, plan, headline, share + why + partition, statement));
    }

    private static Advice advice(
            PlanNode node, Examination plan, String headline, String text, Optional<String> statement) {
        String statistics = node.actual().isPresent() ? " " + judgement(node) : "";
        return new Advice(
                node.id(), Rule.READS_MANY_KEEPS_FEW, plan.isGrave(node), headline, text + statistics, statement);
    }

    private static String judgement(PlanNode node) {
        double expected =
                node.estimate().rows() * node.actual().map(Actual::loops).orElse(1.0);
        double came = node.actual().map(Actual::allRows).orElse(0.0);
        boolean near = Misestimate.factor(expected, came) < Misestimate.OFF;
        return "Rows expected " + Figures.count(expected) + ", found " + Figures.count(came)
                + (near ? ": statistics are fine." : ".");
    }
}
