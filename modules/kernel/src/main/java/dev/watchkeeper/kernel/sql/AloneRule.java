package dev.watchkeeper.kernel.sql;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What can't run within a transaction, from the notes of each command in PostgreSQL's documentation. */
final class AloneRule {
    private final List<String> words;

    AloneRule(List<SqlWord> words) {
        this.words = words.stream()
                .filter(word -> word.depth() == 0)
                .map(SqlWord::text)
                .collect(Collectors.toList());
    }

    boolean alone() {
        return switch (word(0)) {
            case "VACUUM" -> true;
            case "CREATE" -> is(1, "DATABASE", "TABLESPACE", "SUBSCRIPTION") || concurrentIndex();
            case "DROP" -> is(1, "DATABASE", "TABLESPACE", "SUBSCRIPTION") || concurrentIndex();
            case "ALTER" -> alters();
            case "REINDEX" ->
                words.contains("CONCURRENTLY")
                        || is(1, "DATABASE", "SYSTEM", "SCHEMA")
                        || is(3, "DATABASE", "SYSTEM", "SCHEMA");
            case "CLUSTER" -> words.size() == 1 || (words.size() == 2 && is(1, "VERBOSE"));
            case "COMMIT", "ROLLBACK" -> is(1, "PREPARED");
            case "DISCARD" -> is(1, "ALL");
            default -> false;
        };
    }

    private boolean concurrentIndex() {
        return words.contains("INDEX") && words.contains("CONCURRENTLY");
    }

    private boolean alters() {
        return switch (word(1)) {
            case "SYSTEM" -> true;
            case "DATABASE" -> words.contains("TABLESPACE");
            case "SUBSCRIPTION" -> words.contains("REFRESH") || words.contains("PUBLICATION");
            case "TABLE" -> words.contains("DETACH") && words.contains("CONCURRENTLY");
            default -> false;
        };
    }

    private boolean is(int index, String... any) {
        return Set.of(any).contains(word(index));
    }

    private String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }
}
