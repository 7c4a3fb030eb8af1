package dev.watchkeeper.postgres.plans;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.workload.OwnStatements;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.Explained.Way;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanReader;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Asks for plans that nobody has asked for: so that a statement which can't be planned leaves no error in the server's log,
 * and none leaves an entry of its own in pg_stat_statements. Plans for any values, runs nothing, and gives no advice.
 */
public final class QuietExplainer {
    private static final SqlFile STATEMENT = SqlFile.of(QuietExplainer.class, "quiet_statement");
    private static final SqlFile PLAN = SqlFile.of(QuietExplainer.class, "quiet_plan");
    private static final SqlFile ANSWER = SqlFile.of(QuietExplainer.class, "quiet_answer");

    private QuietExplainer() {}

    /**
     * The plan, estimated as of now.
     *
     * @throws FaultException UNSUPPORTED if it has no plan, is cut off, or belongs to another database; FAILED if the
     *     server can't plan it, with its reason; DENIED where the role may not run PL/pgSQL
     */
    public static Explained explain(PostgresServer server, ExplainRequest request) throws FaultException {
        Explainer.requireHere(server, request);
        String text = PlannedText.of(request.text());
        return server.probe(connected -> explain(connected, request, text));
    }

    private static Explained explain(Connected connected, ExplainRequest request, String text)
            throws SQLException, FaultException {
        try (Preparation preparation = Preparation.begin(connected, request, true)) {
            String json = json(connected, preparation.single(text));
            Plan plan = PlanReader.read(json);
            if (plan.nodes().stream().anyMatch(node -> node.facts().has("Subplans Removed"))) {
                preparation.keepPartitions();
                json = json(connected, text);
                plan = PlanReader.read(json);
            }
            return new Explained(
                    plan, json, PlannedText.hasParameters(text) ? Way.GENERIC : Way.GIVEN, List.of(), List.of());
        }
    }

    private static String json(Connected connected, String text) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(STATEMENT)) {
            statement.setString(1, text);
            statement.execute();
        }
        try (Statement statement = connected.jdbc().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(OwnStatements.marked(PLAN.text(connected.version())));
        }
        try (PreparedStatement statement = connected.prepare(ANSWER);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            String plan = rows.text("plan");
            if (plan.isEmpty()) {
                throw new FaultException(FaultKind.FAILED, "the server can't plan it: " + rows.text("trouble"), "");
            }
            return plan.strip();
        }
    }
}
