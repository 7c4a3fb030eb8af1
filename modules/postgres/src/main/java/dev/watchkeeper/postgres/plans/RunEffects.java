package dev.watchkeeper.postgres.plans;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.sql.SqlLexer;
import dev.watchkeeper.kernel.sql.SqlToken;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What running a statement does although it is rolled back, as far as its text, its plan and the catalog tell.
 *
 * @param writes whether it changes or locks rows, or calls what may
 * @param meanwhile what it does until it is rolled back, and leaves on the disk, in clauses
 * @param lasting what is not undone, in clauses
 */
public record RunEffects(boolean writes, List<String> meanwhile, List<String> lasting) {
    private static final SqlFile FUNCTIONS = SqlFile.of(RunEffects.class, "volatile_functions");
    private static final SqlFile TABLES = SqlFile.of(RunEffects.class, "written_tables");

    public RunEffects {
        meanwhile = List.copyOf(meanwhile);
        lasting = List.copyOf(lasting);
    }

    /** Reads text and plan, and asks the catalog about functions, triggers and sequences. */
    static RunEffects of(PostgresServer server, String text, Plan plan) throws FaultException {
        Deed deed = Deed.of(text);
        Set<String> called = called(plan);
        called.addAll(deed.functions());
        List<String> functions = server.probe(connected -> {
            try (PreparedStatement statement = connected.prepare(FUNCTIONS)) {
                statement.setArray(1, texts(connected.jdbc(), called));
                return names(statement, "");
            }
        });
        List<String> meanwhile = new ArrayList<>();
        List<String> lasting = new ArrayList<>();
        String outside = deed.outside().isEmpty() ? outside(called) : deed.outside();
        if (!outside.isEmpty()) {
            lasting.add("it " + outside);
        }
        if (!functions.isEmpty()) {
            lasting.add("it calls " + String.join(", ", functions) + ", and what that does elsewhere stays");
        }
        boolean locks = plan.nodes().stream().anyMatch(node -> node.type().equals("LockRows"));
        if (plan.writes()) {
            meanwhile.add("the rows that it touches are locked until then, and dead rows and WAL stay behind");
            tables(server, written(plan), lasting);
        } else if (locks) {
            meanwhile.add("the rows that it selects are locked until then");
        }
        if (plan.nodes().stream().anyMatch(node -> node.type().equals("Foreign Scan"))) {
            meanwhile.add("another server works for it through a foreign table");
        }
        return new RunEffects(plan.writes() || locks || !lasting.isEmpty(), meanwhile, lasting);
    }

    private static void tables(PostgresServer server, List<PlanNode> written, List<String> lasting)
            throws FaultException {
        boolean inserts = written.stream()
                .anyMatch(node -> node.facts()
                        .text("Operation")
                        .filter(operation -> operation.equals("Insert") || operation.equals("Merge"))
                        .isPresent());
        server.probe(connected -> {
            List<String> schemas =
                    written.stream().map(node -> node.schema().orElse("public")).toList();
            List<String> tables =
                    written.stream().map(node -> node.relation().orElse("")).toList();
            try (PreparedStatement statement = connected.prepare(TABLES)) {
                for (int i = 1; i <= 4; i++) {
                    statement.setArray(i, texts(connected.jdbc(), i % 2 == 1 ? schemas : tables));
                }
                List<String> sequences = names(statement, "sequence");
                if (inserts && !sequences.isEmpty()) {
                    lasting.add("numbers that it takes from " + String.join(", ", sequences) + " are gone");
                }
                List<String> triggers = names(statement, "trigger");
                if (!triggers.isEmpty()) {
                    lasting.add("it fires " + String.join(", ", triggers) + ", and what that does elsewhere stays");
                }
            }
            return true;
        });
    }

    private static List<PlanNode> written(Plan plan) {
        return plan.nodes().stream()
                .filter(node ->
                        node.type().equals("ModifyTable") && node.relation().isPresent())
                .toList();
    }

    /** What the server's own functions among them do for good, also those that the text does not show. */
    private static String outside(Set<String> functions) {
        return Deed.of(String.join("() ", functions) + "()").outside();
    }

    /** Names of functions in the plan's expressions: also those that views hide. */
    private static Set<String> called(Plan plan) {
        Set<String> names = new TreeSet<>();
        plan.nodes()
                .forEach(node -> node.facts().values().values().forEach(text -> {
                    for (SqlToken token : SqlLexer.tokens(text)) {
                        if (token.kind() == SqlToken.Kind.FUNCTION) {
                            names.add(text.substring(token.start(), token.end()));
                        }
                    }
                }));
        plan.nodes().forEach(node -> node.facts().text("Function Name").ifPresent(names::add));
        return names;
    }

    private static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static List<String> names(PreparedStatement statement, String kind) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                if (kind.isEmpty() || kind.equals(result.getString("kind"))) {
                    names.add(result.getString("name"));
                }
            }
        }
        return names;
    }
}
