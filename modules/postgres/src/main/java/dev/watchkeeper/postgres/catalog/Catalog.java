package dev.watchkeeper.postgres.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to be named in one database, as it was when it was read. Immutable.
 *
 * @param searchPath schemas in which names are found without a schema, the first first; without {@code pg_catalog}, which is
 *     always searched
 * @param relations those of people before those of the system
 * @param names of the other kinds, each sorted
 * @param cut whether there is more than was read
 */
public record Catalog(
        List<String> searchPath,
        List<CatalogRelation> relations,
        List<CatalogFunction> functions,
        Map<NameKind, List<String>> names,
        boolean cut) {
    /** Nothing is known yet. */
    public static final Catalog EMPTY = new Catalog(List.of(), List.of(), List.of(), Map.of(), false);

    public Catalog {
        searchPath = List.copyOf(searchPath);
        relations = List.copyOf(relations);
        functions = List.copyOf(functions);
        names = Map.copyOf(names);
    }

    /** Names of one kind. */
    public List<String> names(NameKind kind) {
        return names.getOrDefault(kind, List.of());
    }

    /** Whether names of this schema are found without it. */
    public boolean isOnPath(String schema) {
        return searchPath.contains(schema) || schema.equals("pg_catalog");
    }

    /** What a name means as the server looks it up. */
    public Optional<CatalogRelation> relation(String name) {
        return searchPath.stream()
                .map(schema -> relation(schema, name))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> relation("pg_catalog", name));
    }

    /** The relation of that schema. */
    public Optional<CatalogRelation> relation(String schema, String name) {
        return relations.stream()
                .filter(one -> one.name().equals(name) && one.schema().equals(schema))
                .findFirst();
    }
}
