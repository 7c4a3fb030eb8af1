package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import org.postgresql.core.Parser;

/** The plan of a statement that somebody runs, without running it: plain {@code EXPLAIN}, in a read-only session. */
public final class ExplainQuery {
    private static final SqlFile EXPLAIN = SqlFile.of(ExplainQuery.class, "explain");

    /** What EXPLAIN takes, documentation of EXPLAIN; others are utility commands without a plan. */
    private static final Set<String> PLANNED =
            Set.of("select", "insert", "update", "delete", "merge", "values", "with", "table");

    private ExplainQuery() {}

    /**
     * The plan as text, estimated as of now.
     *
     * @throws FaultException UNSUPPORTED if this statement has no plan, or can't be planned without its parameters or
     *     its rest; DENIED if it ran in another database
     */
    public static String plan(PostgresServer server, Session session) throws FaultException {
        String database = session.database();
        if (database == null || !database.equals(server.target().endpoint().database())) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "the statement runs in database " + database,
                    "Connect to that database to see its plan");
        }
        String[] words = session.query().strip().split("[\\s(]+", 2);
        if (!PLANNED.contains(words[0].toLowerCase(Locale.ROOT))) {
            throw new FaultException(FaultKind.UNSUPPORTED, "a statement of this kind has no plan", "");
        }
        return server.probe(connected -> explain(connected, session.query()));
    }

    private static String explain(Connected connected, String query) throws SQLException, FaultException {
        boolean parameters = query.matches("(?s).*\\$\\d.*");
        if (parameters && connected.version().major() < 16) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "the statement has parameters, whose values the server does not tell",
                    "From PostgreSQL 16 on a generic plan can be shown");
        }
        String sql = EXPLAIN.text(connected.version()).replace(":query", query);
        // the driver sends what it takes for several statements one by one, and the second would be run
        if (Parser.parseJdbcSql(sql, true, false, true, false, false).size() != 1) {
            throw new FaultException(FaultKind.UNSUPPORTED, "it is several statements at once", "");
        }
        try (Statement statement = connected.jdbc().createStatement()) {
            statement.setEscapeProcessing(false);
            StringJoiner plan = new StringJoiner("\n");
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    plan.add(result.getString(1));
                }
            }
            return plan.toString();
        }
    }
}
