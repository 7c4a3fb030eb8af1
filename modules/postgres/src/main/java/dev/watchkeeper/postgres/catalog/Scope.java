package dev.watchkeeper.postgres.catalog;

import dev.watchkeeper.kernel.sql.SqlKeywords;
import dev.watchkeeper.kernel.sql.SqlToken.Kind;
import dev.watchkeeper.kernel.sql.SqlWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The relations that a statement names, and what it calls them; of all its parts together, for one who types has not
 * closed all parentheses yet.
 */
final class Scope {
    /**
     * One of them.
     *
     * @param alias its own name if it has no other
     * @param relation empty for a name that the catalog doesn't know, as one that WITH gives
     */
    record Item(String alias, Optional<CatalogRelation> relation) {}

    private static final Set<String> BEFORE = Set.of("FROM", "JOIN", "UPDATE", "INTO", "USING", "TABLE");
    private static final Set<String> SKIPPED = Set.of("ONLY", "LATERAL", "IF", "EXISTS");

    private final String statement;
    private final List<SqlWord> words;
    private final Catalog catalog;
    private final List<Item> items = new ArrayList<>();
    private int at;

    private Scope(String statement, Catalog catalog) {
        this.statement = statement;
        this.words = SqlWord.of(statement);
        this.catalog = catalog;
    }

    static List<Item> of(String statement, Catalog catalog) {
        Scope scope = new Scope(statement, catalog);
        scope.read();
        return scope.items;
    }

    private void read() {
        while (at < words.size()) {
            if (words.get(at).is("WITH") || (words.get(at).is(",") && isCommonTable())) {
                at++;
                commonTable();
            } else if (BEFORE.contains(words.get(at).text())) {
                at++;
                list();
            } else {
                at++;
            }
        }
    }

    /** {@code , name AS (}. */
    private boolean isCommonTable() {
        return word(2).equals("AS")
                && (word(3).equals("(") || word(3).endsWith("MATERIALIZED") || word(3).equals("NOT"));
    }

    private void commonTable() {
        if (word(0).equals("RECURSIVE")) {
            at++;
        }
        if (isName(0)) {
            items.add(new Item(name(words.get(at)), Optional.empty()));
        }
    }

    private void list() {
        item();
        while (word(0).equals(",") && !isCommonTable()) {
            at++;
            item();
        }
    }

    private void item() {
        while (SKIPPED.contains(word(0))) {
            at++;
        }
        if (!isName(0)) {
            return;
        }
        String first = name(words.get(at++));
        Optional<CatalogRelation> relation;
        String last = first;
        if (word(0).equals(".") && isName(1)) {
            last = name(words.get(at + 1));
            relation = catalog.relation(first, last);
            at += 2;
        } else {
            relation = catalog.relation(first);
        }
        items.add(new Item(alias(last), relation));
    }

    private String alias(String otherwise) {
        boolean as = word(0).equals("AS");
        int place = as ? 1 : 0;
        boolean named = isName(place) && (as || !SqlKeywords.contains(word(place)));
        if (!named) {
            return otherwise;
        }
        at += place + 1;
        return name(words.get(at - 1));
    }

    private boolean isName(int ahead) {
        if (at + ahead >= words.size()) {
            return false;
        }
        Kind kind = words.get(at + ahead).token().kind();
        return kind == Kind.NAME
                || kind == Kind.FUNCTION
                || (kind == Kind.KEYWORD && word(ahead + 1).equals("."));
    }

    private String word(int ahead) {
        return at + ahead < words.size() ? words.get(at + ahead).text() : "";
    }

    private String name(SqlWord word) {
        return plain(statement.substring(word.token().start(), word.token().end()));
    }

    /** As the catalog has it. */
    static String plain(String written) {
        if (written.startsWith("\"")) {
            String inner = written.substring(
                    1, written.endsWith("\"") && written.length() > 1 ? written.length() - 1 : written.length());
            return inner.replace("\"\"", "\"");
        }
        return written.toLowerCase(Locale.ROOT);
    }
}
