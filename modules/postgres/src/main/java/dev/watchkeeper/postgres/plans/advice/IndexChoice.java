package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.postgres.sql.SqlName;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which index would serve some columns: one that is there, or one to be made. */
final class IndexChoice {
    /** NAMEDATALEN of a server as it comes, less one. */
    private static final int LONGEST = 63;

    private IndexChoice() {}

    /** An index whose first columns are these, in any order. */
    static Optional<IndexFacts> serving(TableFacts table, List<String> columns) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        return table.indexes().stream()
                .filter(index -> index.method().equals("btree") && !index.partial())
                .filter(index -> index.columns().size() >= columns.size())
                .filter(index -> new HashSet<>(index.columns().subList(0, columns.size())).containsAll(columns))
                .findFirst();
    }

    /** Why an index that is there was not used. */
    static String whyNot(IndexFacts index) {
        return index.valid()
                ? "The index " + index.name() + " is there, but the planner thinks that this is cheaper:"
                        + " look at the statistics, and at random_page_cost."
                : "The index " + index.name() + " is there, but invalid: making it was broken off.";
    }

    /** The statement that makes one. */
    static String create(TableFacts table, List<String> columns) {
        String list = columns.stream().map(SqlName::of).collect(Collectors.joining(", "));
        return "CREATE INDEX CONCURRENTLY " + SqlName.of(name(table, columns)) + "\n  ON " + table.sql() + " (" + list
                + ");";
    }

    /** As PostgreSQL would call it, if nothing else is called so. */
    private static String name(TableFacts table, List<String> columns) {
        String base = cut(table.name() + "_" + String.join("_", columns), LONGEST - "_idx99".length());
        String name = base + "_idx";
        for (int number = 1; isTaken(table, name); number++) {
            name = base + "_idx" + number;
        }
        return name;
    }

    private static boolean isTaken(TableFacts table, String name) {
        return table.indexes().stream().anyMatch(index -> index.name().equals(name));
    }

    private static String cut(String name, int bytes) {
        String kept = name;
        while (kept.getBytes(StandardCharsets.UTF_8).length > bytes) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept;
    }
}
