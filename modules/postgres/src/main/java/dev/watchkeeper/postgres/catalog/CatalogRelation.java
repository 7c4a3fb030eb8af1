package dev.watchkeeper.postgres.catalog;

import java.util.List;

/**
 * A table, view or sequence.
 *
 * @param columns in their order; empty where there were too many in all
 * @param comment empty if there is none
 */
public record CatalogRelation(
        String schema, String name, RelationKind kind, List<CatalogColumn> columns, String comment) {
    public CatalogRelation {
        columns = List.copyOf(columns);
    }
}
