package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads a {@link PlanCatalog}, in four small statements. */
final class CatalogReader {
    private static final SqlFile MEMORY = SqlFile.of(CatalogReader.class, "memory");
    private static final SqlFile TABLES = SqlFile.of(CatalogReader.class, "tables");
    private static final SqlFile COLUMNS = SqlFile.of(CatalogReader.class, "columns");
    private static final SqlFile INDEXES = SqlFile.of(CatalogReader.class, "indexes");

    /** A plan may have a thousand partitions, which are all alike. */
    private static final int MOST = 50;

    private final Connected connected;
    private final Map<List<String>, List<ColumnFacts>> columns = new HashMap<>();
    private final Map<List<String>, List<IndexFacts>> indexes = new HashMap<>();
    private final Map<List<String>, TableFacts> tables = new HashMap<>();

    CatalogReader(Connected connected) {
        this.connected = connected;
    }

    PlanCatalog read(Plan plan) throws SQLException, FaultException {
        List<PlanNode> named = plan.nodes().stream()
                .filter(node -> node.schema().isPresent() && node.relation().isPresent())
                .toList();
        List<List<String>> wanted = named.stream()
                .map(node -> List.of(node.schema().get(), node.relation().get()))
                .distinct()
                .limit(MOST)
                .toList();
        if (!wanted.isEmpty()) {
            each(COLUMNS, wanted, this::column);
            each(INDEXES, wanted, this::index);
            each(TABLES, wanted, this::table);
        }
        try (PreparedStatement statement = connected.prepare(MEMORY);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            Instant now = Objects.requireNonNullElse(rows.instantOrNull("now"), Instant.EPOCH);
            return new PlanCatalog(now, rows.number("work_mem"), Double.parseDouble(rows.text("hash_factor")), tables);
        }
    }

    private interface Row {
        void read(List<String> table, Rows rows) throws SQLException;
    }

    private void each(SqlFile file, List<List<String>> wanted, Row row) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(file)) {
            statement.setArray(1, texts(wanted.stream().map(List::getFirst).toList()));
            statement.setArray(2, texts(wanted.stream().map(List::getLast).toList()));
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    row.read(List.of(rows.text("schema"), rows.text("name")), rows);
                }
            }
        }
    }

    private java.sql.Array texts(List<String> values) throws SQLException {
        return connected.jdbc().createArrayOf("text", values.toArray());
    }

    private void column(List<String> table, Rows rows) throws SQLException {
        columns.computeIfAbsent(table, any -> new ArrayList<>())
                .add(new ColumnFacts(
                        rows.text("column_name"),
                        rows.text("type").replaceFirst("\\(.*\\)", ""),
                        Double.parseDouble(rows.text("distinct_values"))));
    }

    private void index(List<String> table, Rows rows) throws SQLException {
        indexes.computeIfAbsent(table, any -> new ArrayList<>())
                .add(new IndexFacts(
                        rows.text("index_name"),
                        rows.text("method"),
                        rows.flag("valid"),
                        rows.flag("partial"),
                        List.of(rows.text("columns").split("\n", -1))));
    }

    private void table(List<String> table, Rows rows) throws SQLException {
        tables.put(
                table,
                new TableFacts(
                        table.getFirst(),
                        table.getLast(),
                        rows.text("kind"),
                        rows.flag("partition"),
                        rows.flag("temporary"),
                        Double.parseDouble(rows.text("estimated_rows")),
                        Optional.ofNullable(rows.instantOrNull("analyzed")),
                        Optional.ofNullable(rows.instantOrNull("vacuumed")),
                        rows.number("changed"),
                        columns.getOrDefault(table, List.of()),
                        indexes.getOrDefault(table, List.of())));
    }
}
