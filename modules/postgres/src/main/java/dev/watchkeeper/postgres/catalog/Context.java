package dev.watchkeeper.postgres.catalog;

import dev.watchkeeper.kernel.sql.SqlKeywords;
import dev.watchkeeper.postgres.catalog.Proposal.Kind;
import dev.watchkeeper.postgres.sql.Quoting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Chooses proposals by what stands before the caret. Used once. */
final class Context {
    private static final int MOST = 200;
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");
    private static final Set<String> RELATIONS = Set.of(
            "FROM",
            "JOIN",
            "INTO",
            "UPDATE",
            "TABLE",
            "TRUNCATE",
            "VACUUM",
            "ANALYZE",
            "REINDEX",
            "VIEW",
            "REFERENCES");
    private static final Set<String> BEGIN_STATEMENTS = Set.of(
            "select",
            "insert",
            "update",
            "delete",
            "with",
            "explain",
            "create",
            "alter",
            "drop",
            "begin",
            "commit",
            "rollback",
            "vacuum",
            "analyze",
            "truncate",
            "grant",
            "revoke",
            "show",
            "set",
            "table",
            "values",
            "merge",
            "call",
            "do",
            "refresh",
            "reindex",
            "comment",
            "copy",
            "cluster",
            "checkpoint",
            "lock",
            "reset");
    /** End a list of relations. */
    private static final Set<String> CLAUSES = Set.of(
            "SELECT",
            "WHERE",
            "ON",
            "GROUP",
            "ORDER",
            "HAVING",
            "LIMIT",
            "SET",
            "RETURNING",
            "VALUES",
            "BY",
            "AND",
            "OR",
            "(");

    /** A proposal with what it is sorted by. */
    private record Ranked(Proposal proposal, int far) {}

    private final String prefix;
    private final List<String> before;
    private final List<Scope.Item> scope;
    private final Catalog catalog;
    private final List<Ranked> found = new ArrayList<>();

    /**
     * @param prefix what was typed of the word, as the catalog would have it
     * @param before words before it, the last first, in capitals unless quoted
     */
    Context(String prefix, List<String> before, List<Scope.Item> scope, Catalog catalog) {
        this.prefix = prefix.toLowerCase(Locale.ROOT);
        this.before = before;
        this.scope = scope;
        this.catalog = catalog;
    }

    List<Proposal> proposals() {
        if (word(0).equals(".")) {
            qualified();
        } else {
            plain();
        }
        Set<Proposal> sorted = new LinkedHashSet<>();
        found.stream()
                .sorted(Comparator.comparingInt(Ranked::far)
                        .thenComparing(one -> one.proposal().kind())
                        .thenComparing(one -> one.proposal().label()))
                .forEach(one -> sorted.add(one.proposal()));
        return sorted.stream().limit(MOST).toList();
    }

    private void qualified() {
        String qualifier = Scope.plain(word(1));
        if (word(2).equals(".")) {
            catalog.relation(Scope.plain(word(3)), qualifier).ifPresent(this::columns);
            return;
        }
        Optional<Scope.Item> item =
                scope.stream().filter(one -> one.alias().equals(qualifier)).findFirst();
        if (item.isPresent() && item.get().relation().isPresent()) {
            columns(item.get().relation().get());
            return;
        }
        catalog.relations().stream()
                .filter(one -> one.schema().equals(qualifier))
                .forEach(one -> add(Kind.RELATION, one.name(), one.kind().label(), 0));
        catalog.functions().stream()
                .filter(one -> one.schema().equals(qualifier))
                .forEach(this::function);
    }

    private void plain() {
        String last = word(0);
        if (last.isEmpty()) {
            keywords(BEGIN_STATEMENTS);
        } else if (kindAfter(last).isPresent()) {
            NameKind kind = kindAfter(last).get();
            catalog.names(kind).forEach(name -> add(Kind.NAME, name, kind.label(), 0));
            keywords(SqlKeywords.all());
        } else if (inRelations()) {
            relations();
            keywords(SqlKeywords.all());
        } else if (insertColumns().isPresent()) {
            columns(insertColumns().get());
        } else {
            expression();
        }
    }

    private Optional<NameKind> kindAfter(String last) {
        return switch (last) {
            case "ROLE", "USER", "OWNER" -> Optional.of(NameKind.ROLE);
            case "DATABASE" -> Optional.of(NameKind.DATABASE);
            case "SCHEMA" -> Optional.of(NameKind.SCHEMA);
            case "EXTENSION" -> Optional.of(NameKind.EXTENSION);
            case "TABLESPACE" -> Optional.of(NameKind.TABLESPACE);
            case "SHOW", "RESET" -> Optional.of(NameKind.SETTING);
            case "SET", "LOCAL", "SESSION" ->
                word(1).isEmpty() || word(1).equals("SYSTEM") || word(1).equals("SET")
                        ? Optional.of(NameKind.SETTING)
                        : Optional.empty();
            case "TO" ->
                word(1).equals("OWNER") || before.contains("GRANT") ? Optional.of(NameKind.ROLE) : Optional.empty();
            case ":" -> word(1).equals(":") ? Optional.of(NameKind.TYPE) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Right behind FROM and the like, or behind a comma in its list. */
    private boolean inRelations() {
        if (RELATIONS.contains(word(0)) || (word(0).equals("ONLY") && RELATIONS.contains(word(1)))) {
            return true;
        }
        if (word(0).equals("ON") && before.contains("INDEX")) {
            return true;
        }
        if (!word(0).equals(",")) {
            return false;
        }
        int depth = 0;
        for (String word : before) {
            depth += word.equals(")") ? 1 : word.equals("(") ? -1 : 0;
            if (depth < 0 || (depth == 0 && CLAUSES.contains(word))) {
                return false;
            }
            if (depth == 0 && (word.equals("FROM") || word.equals("TRUNCATE"))) {
                return true;
            }
        }
        return false;
    }

    /** Within the parentheses of {@code INSERT INTO t (}. */
    private Optional<CatalogRelation> insertColumns() {
        int open = before.indexOf("(");
        boolean list = open >= 0 && before.subList(0, open).stream().noneMatch(word -> word.equals(")"));
        if (!list || before.contains("VALUES") || before.contains("SELECT")) {
            return Optional.empty();
        }
        int into = before.indexOf("INTO");
        return into == open + 2 || into == open + 4
                ? scope.stream()
                        .map(Scope.Item::relation)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private void expression() {
        for (Scope.Item item : scope) {
            item.relation().ifPresent(this::columns);
            String what = item.relation().map(CatalogRelation::name).orElse("");
            add(Kind.ALIAS, item.alias(), item.alias().equals(what) ? "" : what, 0);
        }
        catalog.functions().forEach(this::function);
        keywords(SqlKeywords.all());
    }

    private void relations() {
        for (Scope.Item item : scope) {
            if (item.relation().isEmpty()) {
                add(Kind.ALIAS, item.alias(), "", 0);
            }
        }
        for (CatalogRelation one : catalog.relations()) {
            boolean systems = one.schema().equals("pg_catalog") || one.schema().equals("information_schema");
            String detail = one.kind().label() + (systems ? "" : " in " + one.schema());
            if (catalog.isOnPath(one.schema())) {
                add(Kind.RELATION, one.name(), detail, systems ? 2 : 0);
            } else {
                addQualified(one, detail);
            }
        }
        catalog.names(NameKind.SCHEMA).forEach(name -> add(Kind.SCHEMA, name, "schema", 1));
        if (word(0).equals("FROM") || word(0).equals("JOIN") || word(0).equals(",")) {
            catalog.functions().forEach(this::function);
        }
    }

    private void columns(CatalogRelation relation) {
        relation.columns().forEach(column -> add(Kind.COLUMN, column.name(), column.type(), 0));
    }

    private void function(CatalogFunction one) {
        boolean procedure = before.contains("CALL");
        if (one.procedure() == procedure && catalog.isOnPath(one.schema()) && !prefix.isEmpty()) {
            int far = match(one.name());
            if (far >= 0) {
                String detail = "(" + one.arguments() + ")" + (one.result().isEmpty() ? "" : " " + one.result());
                found.add(new Ranked(
                        new Proposal(Kind.FUNCTION, written(one.name()) + "(", one.name(), detail),
                        far + (one.schema().equals("pg_catalog") ? 2 : 1)));
            }
        }
    }

    private void keywords(Set<String> words) {
        if (prefix.isEmpty() && !word(0).isEmpty()) {
            return;
        }
        for (String word : words) {
            if (word.startsWith(prefix)) {
                found.add(new Ranked(new Proposal(Kind.KEYWORD, word, word, ""), 1));
            }
        }
    }

    private void add(Kind kind, String name, String detail, int farther) {
        int far = match(name);
        if (far >= 0) {
            found.add(new Ranked(
                    new Proposal(kind, kind == Kind.NAME ? loose(name) : written(name), name, detail), far + farther));
        }
    }

    private void addQualified(CatalogRelation one, String detail) {
        int far = prefix.isEmpty() ? 3 : match(one.name());
        if (far >= 0) {
            String insert = written(one.schema()) + "." + written(one.name());
            found.add(
                    new Ranked(new Proposal(Kind.RELATION, insert, one.schema() + "." + one.name(), detail), far + 1));
        }
    }

    /** 0: it begins so; 4: a part of it does; -1: neither. */
    private int match(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(prefix)) {
            return 0;
        }
        return prefix.length() >= 2 && (lower.contains("_" + prefix) || (prefix.length() > 3 && lower.contains(prefix)))
                ? 4
                : -1;
    }

    private static String written(String name) {
        return PLAIN.matcher(name).matches() && !SqlKeywords.contains(name) ? name : Quoting.identifier(name);
    }

    /** Settings with a dot and types of several words are written as they are. */
    private static String loose(String name) {
        return name.contains(".") || name.contains(" ") ? name : written(name);
    }

    private String word(int back) {
        return back < before.size() ? before.get(back) : "";
    }
}
