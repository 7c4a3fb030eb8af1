package dev.watchkeeper.postgres.catalog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.ConnectionWork;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the catalog, once and whole as far as it is bounded: {@code console.ask(new CatalogReader())} for what names mean in
 * a console's session, {@code server.probe(new CatalogReader())} for a new session's.
 */
public final class CatalogReader implements ConnectionWork<Catalog> {
    private static final SqlFile PATH = SqlFile.of(CatalogReader.class, "search_path");
    private static final SqlFile RELATIONS = SqlFile.of(CatalogReader.class, "relations");
    private static final SqlFile COLUMNS = SqlFile.of(CatalogReader.class, "columns");
    private static final SqlFile FUNCTIONS = SqlFile.of(CatalogReader.class, "functions");
    private static final SqlFile NAMES = SqlFile.of(CatalogReader.class, "names");

    private static final int MOST_RELATIONS = 20_000;
    private static final int MOST_COLUMNS = 200_000;
    private static final int MOST_FUNCTIONS = 10_000;
    private static final int MOST_NAMES = 5_000;

    /** A relation before its columns are known. */
    private record Bare(long oid, String schema, String name, String kind, String comment) {}

    @Override
    public Catalog on(Connected connected) throws SQLException, FaultException {
        List<Bare> bare = relations(connected);
        Map<Long, List<CatalogColumn>> columns = columns(connected, bare);
        List<CatalogRelation> relations = bare.stream()
                .map(one -> new CatalogRelation(
                        one.schema(),
                        one.name(),
                        RelationKind.of(one.kind()),
                        columns.getOrDefault(one.oid(), List.of()),
                        one.comment()))
                .toList();
        int read = columns.values().stream().mapToInt(List::size).sum();
        boolean cut = bare.size() == MOST_RELATIONS || read == MOST_COLUMNS;
        return new Catalog(searchPath(connected), relations, functions(connected), names(connected), cut);
    }

    /** The schemas of names without a schema, as the console's statements find them. */
    public static List<String> searchPath(Connected connected) throws SQLException, FaultException {
        List<String> path = new ArrayList<>();
        try (PreparedStatement statement = connected.prepare(PATH);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            while (rows.next()) {
                path.add(rows.text("schema"));
            }
        }
        return path;
    }

    private static List<Bare> relations(Connected connected) throws SQLException, FaultException {
        List<Bare> relations = new ArrayList<>();
        try (PreparedStatement statement = connected.prepare(RELATIONS)) {
            statement.setInt(1, MOST_RELATIONS);
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    relations.add(new Bare(
                            rows.number("relation"),
                            rows.text("schema"),
                            rows.text("name"),
                            rows.text("kind"),
                            rows.text("comment")));
                }
            }
        }
        return relations;
    }

    private static Map<Long, List<CatalogColumn>> columns(Connected connected, List<Bare> relations)
            throws SQLException, FaultException {
        Map<Long, List<CatalogColumn>> columns = new HashMap<>();
        Object[] oids = relations.stream().map(Bare::oid).toArray();
        try (PreparedStatement statement = connected.prepare(COLUMNS)) {
            statement.setArray(1, connected.jdbc().createArrayOf("int8", oids));
            statement.setInt(2, MOST_COLUMNS);
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    columns.computeIfAbsent(rows.number("relation"), oid -> new ArrayList<>())
                            .add(new CatalogColumn(rows.text("name"), rows.text("type")));
                }
            }
        }
        return columns;
    }

    private static List<CatalogFunction> functions(Connected connected) throws SQLException, FaultException {
        List<CatalogFunction> functions = new ArrayList<>();
        try (PreparedStatement statement = connected.prepare(FUNCTIONS)) {
            statement.setInt(1, MOST_FUNCTIONS);
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    functions.add(new CatalogFunction(
                            rows.text("schema"),
                            rows.text("name"),
                            rows.text("arguments"),
                            rows.text("result"),
                            rows.text("kind").equals("p")));
                }
            }
        }
        return functions;
    }

    private static Map<NameKind, List<String>> names(Connected connected) throws SQLException, FaultException {
        Map<NameKind, List<String>> names = new LinkedHashMap<>();
        try (PreparedStatement statement = connected.prepare(NAMES)) {
            statement.setInt(1, MOST_NAMES);
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    names.computeIfAbsent(NameKind.of(rows.text("kind")), kind -> new ArrayList<>())
                            .add(rows.text("name"));
                }
            }
        }
        return names;
    }
}
