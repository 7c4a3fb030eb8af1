package dev.watchkeeper.postgres.catalog;

/** What a relation is: {@code pg_class.relkind}. */
public enum RelationKind {
    TABLE("table"),
    PARTITIONED_TABLE("partitioned table"),
    VIEW("view"),
    MATERIALIZED_VIEW("materialized view"),
    FOREIGN_TABLE("foreign table"),
    SEQUENCE("sequence");

    private final String label;

    RelationKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static RelationKind of(String relkind) {
        return switch (relkind) {
            case "p" -> PARTITIONED_TABLE;
            case "v" -> VIEW;
            case "m" -> MATERIALIZED_VIEW;
            case "f" -> FOREIGN_TABLE;
            case "S" -> SEQUENCE;
            default -> TABLE;
        };
    }
}
