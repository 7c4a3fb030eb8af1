package dev.watchkeeper.kernel.sql;

import dev.watchkeeper.kernel.sql.SqlToken.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads from a statement's words what it does. Used once. */
final class DeedReader {
    private static final Map<String, Effect> BY_FIRST_WORD = Map.ofEntries(
            Map.entry("SELECT", Effect.READ),
            Map.entry("WITH", Effect.READ),
            Map.entry("VALUES", Effect.READ),
            Map.entry("TABLE", Effect.READ),
            Map.entry("SHOW", Effect.READ),
            Map.entry("FETCH", Effect.READ),
            Map.entry("MOVE", Effect.READ),
            Map.entry("CLOSE", Effect.SESSION),
            Map.entry("DECLARE", Effect.READ),
            Map.entry("EXPLAIN", Effect.READ),
            Map.entry("INSERT", Effect.CHANGE_DATA),
            Map.entry("UPDATE", Effect.CHANGE_DATA),
            Map.entry("DELETE", Effect.CHANGE_DATA),
            Map.entry("MERGE", Effect.CHANGE_DATA),
            Map.entry("TRUNCATE", Effect.CHANGE_DATA),
            Map.entry("COPY", Effect.CHANGE_DATA),
            Map.entry("REFRESH", Effect.CHANGE_DATA),
            Map.entry("CREATE", Effect.CHANGE_SCHEMA),
            Map.entry("ALTER", Effect.CHANGE_SCHEMA),
            Map.entry("DROP", Effect.CHANGE_SCHEMA),
            Map.entry("COMMENT", Effect.CHANGE_SCHEMA),
            Map.entry("GRANT", Effect.CHANGE_SCHEMA),
            Map.entry("REVOKE", Effect.CHANGE_SCHEMA),
            Map.entry("REASSIGN", Effect.CHANGE_SCHEMA),
            Map.entry("IMPORT", Effect.CHANGE_SCHEMA),
            Map.entry("SECURITY", Effect.CHANGE_SCHEMA),
            Map.entry("BEGIN", Effect.TRANSACTION),
            Map.entry("START", Effect.TRANSACTION),
            Map.entry("COMMIT", Effect.TRANSACTION),
            Map.entry("END", Effect.TRANSACTION),
            Map.entry("ROLLBACK", Effect.TRANSACTION),
            Map.entry("ABORT", Effect.TRANSACTION),
            Map.entry("SAVEPOINT", Effect.TRANSACTION),
            Map.entry("RELEASE", Effect.TRANSACTION),
            Map.entry("SET", Effect.SESSION),
            Map.entry("RESET", Effect.SESSION),
            Map.entry("DISCARD", Effect.SESSION),
            Map.entry("LISTEN", Effect.SESSION),
            Map.entry("UNLISTEN", Effect.SESSION),
            Map.entry("DEALLOCATE", Effect.SESSION),
            Map.entry("PREPARE", Effect.SESSION),
            Map.entry("LOAD", Effect.SESSION),
            Map.entry("LOCK", Effect.UTILITY),
            Map.entry("VACUUM", Effect.UTILITY),
            Map.entry("ANALYZE", Effect.UTILITY),
            Map.entry("ANALYSE", Effect.UTILITY),
            Map.entry("CLUSTER", Effect.UTILITY),
            Map.entry("REINDEX", Effect.UTILITY),
            Map.entry("REPACK", Effect.UTILITY),
            Map.entry("CHECKPOINT", Effect.UTILITY),
            Map.entry("NOTIFY", Effect.UTILITY));

    private static final Set<String> GIVE_ROWS =
            Set.of("SELECT", "WITH", "VALUES", "TABLE", "SHOW", "FETCH", "EXPLAIN", "EXECUTE", "CALL");
    private static final Set<String> WRITING = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

    private final List<SqlWord> words;
    private final String verb;

    DeedReader(String statement) {
        List<SqlWord> all = SqlWord.of(statement);
        int parentheses = 0;
        while (parentheses < all.size() && all.get(parentheses).is("(")) {
            parentheses++;
        }
        this.words = all.subList(parentheses, all.size());
        this.verb = Verb.of(statement);
    }

    Deed deed() {
        boolean explains = first().equals("EXPLAIN");
        boolean analyzes = explains && analyzes();
        return new Deed(
                explains && !analyzes ? Effect.READ : effect(),
                verb,
                (!explains || analyzes) && everyRow(),
                new AloneRule(words).alone(),
                givesRows(),
                analyzes,
                new OutsideRule(words, functions()).outside(),
                functions());
    }

    private Effect effect() {
        Effect plain = BY_FIRST_WORD.getOrDefault(first(), Effect.MAY_CHANGE);
        return switch (plain) {
            case READ -> reading();
            case SESSION -> sessionOrTransaction();
            case TRANSACTION -> has("PREPARED") ? Effect.CHANGE_DATA : Effect.TRANSACTION;
            case CHANGE_SCHEMA -> second().equals("SYSTEM") ? Effect.UTILITY : Effect.CHANGE_SCHEMA;
            case CHANGE_DATA -> first().equals("COPY") && !copiesIn() ? copyingOut() : Effect.CHANGE_DATA;
            default -> plain;
        };
    }

    private Effect reading() {
        if (writes()) {
            return Effect.CHANGE_DATA;
        }
        if (first().equals("EXPLAIN") && explained().equals("CREATE")) {
            return Effect.CHANGE_SCHEMA;
        }
        if (Set.of("EXECUTE", "CALL").contains(explained())) {
            return Effect.MAY_CHANGE;
        }
        if (selectsInto()) {
            return Effect.CHANGE_SCHEMA;
        }
        return locksRows() || SideEffects.anyOf(functions()) ? Effect.MAY_CHANGE : Effect.READ;
    }

    /** A part of WITH that writes, or what EXPLAIN ANALYZE runs. */
    private boolean writes() {
        for (int i = 0; i < words.size(); i++) {
            SqlWord word = words.get(i);
            boolean outermost =
                    first().equals("WITH") && word.depth() == words.getFirst().depth();
            boolean begins = outermost || i == 0 || isAny(words.get(i - 1), "(", ")", "ANALYZE", "VERBOSE", "EXPLAIN");
            if (begins && isPlain(word) && WRITING.contains(word.text()) && !isLockClause(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code FOR UPDATE}, {@code FOR NO KEY UPDATE}. */
    private boolean isLockClause(int i) {
        return i > 0 && isAny(words.get(i - 1), "FOR", "KEY");
    }

    private boolean locksRows() {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).is("FOR") && isAny(words.get(i + 1), "UPDATE", "SHARE", "NO", "KEY")) {
                return true;
            }
        }
        return false;
    }

    private boolean selectsInto() {
        boolean selects = first().equals("SELECT") || first().equals("WITH") || first().equals("EXPLAIN");
        return selects
                && words.stream()
                        .anyMatch(word -> word.depth() == words.getFirst().depth() && word.is("INTO"));
    }

    private Effect sessionOrTransaction() {
        if (first().equals("PREPARE") && second().equals("TRANSACTION")) {
            return Effect.TRANSACTION;
        }
        boolean set =
                first().equals("SET") && Set.of("TRANSACTION", "CONSTRAINTS").contains(second());
        return set ? Effect.TRANSACTION : Effect.SESSION;
    }

    private boolean copiesIn() {
        return words.stream().anyMatch(word -> word.depth() == 0 && word.is("FROM"));
    }

    private Effect copyingOut() {
        return writes() ? Effect.CHANGE_DATA : has("STDOUT") ? Effect.READ : Effect.UTILITY;
    }

    private boolean givesRows() {
        boolean returning = WRITING.contains(first()) && words.stream().anyMatch(word -> word.is("RETURNING"));
        return returning || (GIVE_ROWS.contains(first()) && !(selectsInto() && !first().equals("EXPLAIN")));
    }

    private boolean analyzes() {
        for (SqlWord word : words) {
            if (isAny(word, "ANALYZE", "ANALYSE")) {
                return !isSwitchedOff(word);
            }
            if (BY_FIRST_WORD.containsKey(word.text()) && word.depth() == 0 && !word.is("EXPLAIN")) {
                return false;
            }
        }
        return false;
    }

    private boolean isSwitchedOff(SqlWord option) {
        int behind = words.indexOf(option) + 1;
        return behind < words.size()
                && Set.of("OFF", "FALSE", "0").contains(words.get(behind).text());
    }

    /** The first word of what is explained. */
    private String explained() {
        if (!first().equals("EXPLAIN")) {
            return first();
        }
        return words.stream()
                .skip(1)
                .filter(word -> word.depth() == 0 && !isAny(word, "ANALYZE", "ANALYSE", "VERBOSE", "(", ")"))
                .map(SqlWord::text)
                .findFirst()
                .orElse("");
    }

    private boolean everyRow() {
        for (int i = 0; i < words.size(); i++) {
            boolean begins = i == 0 || isAny(words.get(i - 1), "(", ")", "ANALYZE", "VERBOSE");
            if (begins && isAny(words.get(i), "UPDATE", "DELETE") && !hasWhere(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWhere(int from) {
        int depth = words.get(from).depth();
        for (int i = from + 1; i < words.size() && words.get(i).depth() >= depth; i++) {
            if (words.get(i).depth() == depth && words.get(i).is("WHERE")) {
                return true;
            }
        }
        return false;
    }

    private Set<String> functions() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            Kind kind = words.get(i).token().kind();
            boolean called = words.get(i + 1).is("(") && (kind == Kind.FUNCTION || kind == Kind.NAME);
            if (called) {
                names.add(name(words.get(i).text()));
            }
        }
        return names;
    }

    private static String name(String word) {
        return word.startsWith("\"")
                ? word.substring(1, Math.max(1, word.length() - 1)).replace("\"\"", "\"")
                : word.toLowerCase(Locale.ROOT);
    }

    private boolean has(String word) {
        return words.stream().anyMatch(one -> one.is(word));
    }

    private String first() {
        return words.isEmpty() ? "" : words.getFirst().text();
    }

    private String second() {
        return words.size() < 2 ? "" : words.get(1).text();
    }

    private static boolean isPlain(SqlWord word) {
        return word.token().kind() == Kind.KEYWORD || word.token().kind() == Kind.NAME;
    }

    private static boolean isAny(SqlWord word, String... texts) {
        return Set.of(texts).contains(word.text());
    }
}
