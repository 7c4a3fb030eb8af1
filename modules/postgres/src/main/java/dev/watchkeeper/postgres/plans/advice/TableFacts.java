package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.postgres.sql.SqlName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A table as the catalog and the statistics have it.
 *
 * @param kind {@code pg_class.relkind}: r table, m materialized view, p partitioned …
 * @param partition whether it is part of a partitioned table
 * @param rows {@code reltuples}; -1 if it was never vacuumed or analysed
 * @param analyzed by hand or by autovacuum; empty if never since the statistics were reset
 * @param changed rows that were changed since
 */
public record TableFacts(
        String schema,
        String name,
        String kind,
        boolean partition,
        boolean temporary,
        double rows,
        Optional<Instant> analyzed,
        Optional<Instant> vacuumed,
        long changed,
        List<ColumnFacts> columns,
        List<IndexFacts> indexes) {
    public TableFacts {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
    }

    /** Whether an index can be made on it while it is in use. */
    boolean takesAnIndex() {
        return (kind.equals("r") || kind.equals("m")) && !temporary;
    }

    Optional<ColumnFacts> column(String column) {
        return columns.stream().filter(one -> one.name().equals(column)).findFirst();
    }

    /** As SQL writes it. */
    String sql() {
        return SqlName.of(schema) + "." + SqlName.of(name);
    }
}
