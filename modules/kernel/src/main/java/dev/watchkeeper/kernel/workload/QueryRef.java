package dev.watchkeeper.kernel.workload;

/** What a statement's text and plan are kept under: they are the same for every role. */
public record QueryRef(String database, long queryId) {
    public static QueryRef of(StatementId id) {
        return new QueryRef(id.database(), id.queryId());
    }
}
