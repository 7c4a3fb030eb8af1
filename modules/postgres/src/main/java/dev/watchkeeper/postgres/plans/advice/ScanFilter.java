package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an index would have to hold for a scan's filter.
 *
 * @param columns equality first, those with more different values before others; then one range; none if there is
 *     nothing that a btree serves
 * @param cast conditions on columns that are read as another type, so that no index on them serves
 */
record ScanFilter(List<String> columns, List<Clause> cast) {
    /** Types without an order that a btree could follow. */
    private static final Set<String> UNORDERED =
            Set.of("box", "circle", "lseg", "path", "polygon", "point", "line", "xid", "cid", "json", "xml", "unknown");

    ScanFilter {
        columns = List.copyOf(columns);
        cast = List.copyOf(cast);
    }

    static ScanFilter of(PlanNode node, TableFacts table) {
        List<Clause> clauses = node.facts().text("Filter").map(Clause::of).orElse(List.of()).stream()
                .filter(clause -> table.column(clause.column()).isPresent())
                .toList();
        Comparator<String> byValues = Comparator.comparingDouble(
                (String column) -> -table.column(column).orElseThrow().values(Math.max(1, table.rows())));
        List<String> equal = clauses.stream()
                .filter(clause -> clause.equality() && serves(clause, table))
                .map(Clause::column)
                .distinct()
                .sorted(byValues)
                .toList();
        Stream<String> range = clauses.stream()
                .filter(clause -> !clause.equality() && serves(clause, table))
                .map(Clause::column)
                .filter(column -> !equal.contains(column))
                .limit(1);
        return new ScanFilter(
                Stream.concat(equal.stream(), range).toList(),
                clauses.stream().filter(clause -> isForeign(clause, table)).toList());
    }

    /** A cast that the column's own order stands: varchar is compared as text. */
    private static boolean serves(Clause clause, TableFacts table) {
        String type = table.column(clause.column()).orElseThrow().type();
        return !UNORDERED.contains(type) && (clause.cast().isEmpty() || isBinary(type, clause.cast()));
    }

    private static boolean isBinary(String type, String cast) {
        return (type.equals("character varying") && cast.equals("text")) || type.equals(cast);
    }

    private static boolean isForeign(Clause clause, TableFacts table) {
        String type = table.column(clause.column()).orElseThrow().type();
        return !clause.cast().isEmpty() && !isBinary(type, clause.cast());
    }
}
