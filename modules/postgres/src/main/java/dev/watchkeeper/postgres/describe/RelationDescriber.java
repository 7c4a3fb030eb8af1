package dev.watchkeeper.postgres.describe;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** {@code \d NAME}: everything about a table, view, index or sequence. */
final class RelationDescriber {
    private static final SqlFile FOUND = SqlFile.of(RelationDescriber.class, "found");
    private static final SqlFile FACTS = SqlFile.of(RelationDescriber.class, "facts");
    private static final SqlFile COLUMNS = SqlFile.of(RelationDescriber.class, "columns");
    private static final SqlFile INDEXES = SqlFile.of(RelationDescriber.class, "indexes");
    private static final SqlFile CONSTRAINTS = SqlFile.of(RelationDescriber.class, "constraints");
    private static final SqlFile TRIGGERS = SqlFile.of(RelationDescriber.class, "triggers");
    private static final SqlFile PARTITIONS = SqlFile.of(RelationDescriber.class, "partitions");
    private static final SqlFile DEFINITION = SqlFile.of(RelationDescriber.class, "definition");
    private static final SqlFile SEQUENCE = SqlFile.of(RelationDescriber.class, "sequence");

    /** A relation that is meant. */
    private record Found(long oid, String name, String kind) {
        String title() {
            String what = switch (kind) {
                case "p" -> "Partitioned table ";
                case "v" -> "View ";
                case "m" -> "Materialized view ";
                case "i" -> "Index ";
                case "I" -> "Partitioned index ";
                case "S" -> "Sequence ";
                case "f" -> "Foreign table ";
                case "c" -> "Composite type ";
                default -> "Table ";
            };
            return what + name;
        }
    }

    private final Connected connected;
    private final Sections sections;

    RelationDescriber(Connected connected, Sections sections) {
        this.connected = connected;
        this.sections = sections;
    }

    List<Description> describe(NamePattern pattern, String argument, Object path) throws SQLException, FaultException {
        List<Found> found = find(pattern, path);
        if (found.isEmpty()) {
            throw Describe.nothing(argument);
        }
        List<Description> descriptions = new ArrayList<>();
        for (Found one : found) {
            descriptions.add(describe(one));
        }
        return descriptions;
    }

    private List<Found> find(NamePattern pattern, Object path) throws SQLException, FaultException {
        List<Found> found = new ArrayList<>();
        try (PreparedStatement statement = connected.prepare(FOUND)) {
            statement.setString(1, pattern.schema());
            statement.setString(2, pattern.name() == null ? ".*" : pattern.name());
            statement.setObject(3, path);
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    found.add(new Found(rows.number("relation"), rows.text("name"), rows.text("kind")));
                }
            }
        }
        return found;
    }

    private Description describe(Found one) throws SQLException, FaultException {
        List<Section> all = new ArrayList<>();
        if (one.kind().equals("S")) {
            all.add(sections.facts("Sequence", SEQUENCE, one.oid()));
        } else {
            all.add(sections.table("Columns", COLUMNS, one.oid()));
            all.add(sections.table("Indexes", INDEXES, one.oid()));
            all.add(sections.table("Constraints", CONSTRAINTS, one.oid()));
            all.add(sections.table("Triggers and policies", TRIGGERS, one.oid(), one.oid()));
            all.add(sections.table("Partitions and children", PARTITIONS, one.oid()));
            all.addAll(definition(one));
        }
        all.add(sections.facts("Facts", FACTS, one.oid()));
        return new Description(
                one.title(),
                all.stream()
                        .filter(section -> section.isText() || !section.rows().isEmpty())
                        .toList());
    }

    private List<Section> definition(Found one) throws SQLException, FaultException {
        return sections.table("", DEFINITION, one.oid()).rows().stream()
                .map(row -> Section.text("Definition", row.getFirst()))
                .toList();
    }
}
