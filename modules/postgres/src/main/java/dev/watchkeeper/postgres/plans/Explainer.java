package dev.watchkeeper.postgres.plans;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.Explained.Way;
import dev.watchkeeper.postgres.plans.advice.Advice;
import dev.watchkeeper.postgres.plans.advice.PlanAdvice;
import dev.watchkeeper.postgres.plans.advice.PlanCatalog;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanReader;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.BaseStatement;
import org.postgresql.core.QueryExecutor;

/**
 * Asks for plans without running anything: in a read-only transaction that is rolled back, bounded by the timeout of
 * probes, with the settings of the role that runs the statement. A statement with parameters is planned for the values
 * that are given, else for any: by {@code GENERIC_PLAN}, or before PostgreSQL 16 as a prepared statement.
 */
public final class Explainer {
    private static final SqlFile GENERIC = SqlFile.of(Explainer.class, "explain_generic");
    private static final SqlFile PREPARED = SqlFile.of(Explainer.class, "explain_prepared");

    /** The first with GENERIC_PLAN. */
    private static final int KNOWS_GENERIC = 16;

    private Explainer() {}

    /**
     * The plan, estimated as of now, and what is to be said about it.
     *
     * @throws FaultException UNSUPPORTED if it has no plan, is cut off, or belongs to another database; BAD_INPUT if the
     *     number of values is wrong; FAILED or DENIED if the server can't plan it, with its reason
     */
    public static Explained explain(PostgresServer server, ExplainRequest request) throws FaultException {
        requireHere(server, request);
        String text = PlannedText.of(request.text());
        return server.probe(connected -> {
            Explained plan = plan(connected, request, text);
            // outside of the transaction, where names mean what the console means
            List<Advice> advice = PlanAdvice.of(plan.plan(), PlanCatalog.read(connected, plan.plan()));
            return new Explained(plan.plan(), plan.json(), plan.way(), plan.remarks(), advice);
        });
    }

    /** What is to be said about a plan that was kept, as the server's tables are now. */
    public static List<Advice> advice(PostgresServer server, Plan plan) throws FaultException {
        return server.probe(connected -> PlanAdvice.of(plan, PlanCatalog.read(connected, plan)));
    }

    /** How many parameters the statement has, with the types that the server works out: {@code integer}, {@code text}. */
    public static List<String> parameters(PostgresServer server, ExplainRequest request) throws FaultException {
        requireHere(server, request);
        String text = PlannedText.of(request.text());
        return server.probe(connected -> {
            try (Preparation preparation = Preparation.begin(connected, request, false)) {
                return preparation.prepare(text);
            }
        });
    }

    static void requireHere(PostgresServer server, ExplainRequest request) throws FaultException {
        String here = server.target().endpoint().database();
        if (request.database().isPresent() && !request.database().get().equals(here)) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "the statement runs in database " + request.database().get() + ", and "
                            + server.target().name() + " leads to " + here,
                    "Connect to that database to see its plan");
        }
    }

    private static Explained plan(Connected connected, ExplainRequest request, String text)
            throws SQLException, FaultException {
        boolean generic = request.values().isEmpty() && PlannedText.hasParameters(text);
        List<String> remarks = new ArrayList<>();
        boolean byOption = generic && connected.version().major() >= KNOWS_GENERIC;
        String json;
        try (Preparation preparation = Preparation.begin(connected, request, generic)) {
            String sql = byOption
                    ? GENERIC.text(connected.version()).replace(":query", preparation.single(text))
                    : PREPARED.text(connected.version())
                            .replace(":values", preparation.values(preparation.prepare(text)));
            json = json(connected, sql);
            if (generic
                    && !byOption
                    && PlanReader.read(json).nodes().stream()
                            .anyMatch(node -> node.facts().has("Subplans Removed"))) {
                preparation.prepareWithAllPartitions(text);
                json = json(connected, sql);
                remarks.add("All partitions are shown: which are read depends on the values");
            }
        }
        return new Explained(PlanReader.read(json), json, generic ? Way.GENERIC : Way.GIVEN, remarks, List.of());
    }

    static String json(Connected connected, String sql) throws SQLException, FaultException {
        StringBuilder json = new StringBuilder();
        try (Statement statement = connected.jdbc().createStatement()) {
            statement.setEscapeProcessing(false);
            // in the extended protocol the driver would have to give values for $1
            statement.unwrap(BaseStatement.class).executeWithFlags(sql, QueryExecutor.QUERY_EXECUTE_AS_SIMPLE);
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    json.append(result.getString(1)).append('\n');
                }
            }
        } catch (SQLException e) {
            throw Unplannable.because(e);
        }
        return json.toString().strip();
    }
}
