package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.ExplainRequest;
import dev.watchkeeper.postgres.plans.Explained;
import dev.watchkeeper.postgres.plans.Explainer;
import dev.watchkeeper.postgres.plans.tree.PlanText;

/** The plan of a statement that somebody runs, without running it. */
public final class ExplainQuery {
    private ExplainQuery() {}

    /**
     * The plan as text, estimated as of now.
     *
     * @throws FaultException UNSUPPORTED if this statement has no plan, can't be planned without its rest, or ran in
     *     another database
     */
    public static String plan(PostgresServer server, Session session) throws FaultException {
        return PlanText.of(explain(server, session).plan());
    }

    /** The same, with what is to be said about it. */
    public static Explained explain(PostgresServer server, Session session) throws FaultException {
        String database = session.database();
        String user = session.user();
        if (database == null || user == null) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED, "pid " + session.pid() + " runs no statements", "Choose a client's session");
        }
        return Explainer.explain(
                server, ExplainRequest.of(session.query()).in(database).as(user).fromActivity());
    }
}
