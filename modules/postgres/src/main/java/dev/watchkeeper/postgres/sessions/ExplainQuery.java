package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Parser;

/**
 * The plan of a statement that somebody runs, without running it: {@code EXPLAIN} of the statement once it is prepared,
 * so that it may have parameters whose values nobody knows; in a read-only transaction that is rolled back.
 */
public final class ExplainQuery {
    private static final SqlFile EXPLAIN = SqlFile.of(ExplainQuery.class, "explain_plan");
    private static final SqlFile AS = SqlFile.of(ExplainQuery.class, "explain_as");
    private static final SqlFile PREPARE = SqlFile.of(ExplainQuery.class, "explain_prepare");
    private static final SqlFile PARAMETERS = SqlFile.of(ExplainQuery.class, "explain_parameters");
    private static final SqlFile DONE = SqlFile.of(ExplainQuery.class, "explain_done");

    /** What PREPARE takes, documentation of PREPARE; others are utility commands without a plan. */
    private static final Set<String> PLANNED =
            Set.of("select", "insert", "update", "delete", "merge", "values", "with", "table");

    /** What may stand before the first word: blanks, comments, parentheses. */
    private static final Pattern BEFORE = Pattern.compile("^(?:\\s|\\(|--[^\\n]*|/\\*.*?\\*/)+", Pattern.DOTALL);

    /** A text that was cut lacks its last bytes, up to three more of them where a character would have been split. */
    private static final int CUT = 4;

    private ExplainQuery() {}

    /**
     * The plan as text, estimated as of now.
     *
     * @throws FaultException UNSUPPORTED if this statement has no plan, can't be planned without its rest, or ran in
     *     another database
     */
    public static String plan(PostgresServer server, Session session) throws FaultException {
        String database = session.database();
        String user = session.user();
        if (database == null || user == null) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED, "pid " + session.pid() + " runs no statements", "Choose a client's session");
        }
        if (!database.equals(server.target().endpoint().database())) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "the statement runs in database " + database,
                    "Connect to that database to see its plan");
        }
        String query = session.query();
        if (!PLANNED.contains(firstWord(query))) {
            throw new FaultException(FaultKind.UNSUPPORTED, "a statement of this kind has no plan", "");
        }
        return server.probe(connected -> explain(connected, user, query));
    }

    private static String firstWord(String query) {
        String[] words = BEFORE.matcher(query).replaceFirst("").split("[^A-Za-z]", 2);
        return words[0].toLowerCase(Locale.ROOT);
    }

    private static String explain(Connected connected, String user, String query) throws SQLException, FaultException {
        String prepare = PREPARE.text(connected.version()).replace(":query", query);
        BaseConnection driver = connected.jdbc().unwrap(BaseConnection.class);
        // the driver sends what it takes for several statements one by one, and the second would be run
        if (Parser.parseJdbcSql(prepare, driver.getStandardConformingStrings(), true, true, false, false)
                        .size()
                != 1) {
            throw new FaultException(FaultKind.UNSUPPORTED, "it is several statements at once", "");
        }
        connected.jdbc().setAutoCommit(false);
        try {
            planAs(connected, user, query);
            execute(connected, prepare);
            try {
                return plan(connected);
            } finally {
                connected.jdbc().rollback();
                execute(connected, DONE.text(connected.version()));
            }
        } finally {
            connected.jdbc().rollback();
            connected.jdbc().setAutoCommit(true);
        }
    }

    private static void planAs(Connected connected, String user, String query) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(AS)) {
            statement.setString(1, user);
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                if (rows.next() && query.getBytes(StandardCharsets.UTF_8).length >= rows.integer("kept") - CUT) {
                    throw new FaultException(
                            FaultKind.UNSUPPORTED,
                            "the server kept only the beginning of the statement",
                            "It keeps as much as track_activity_query_size says");
                }
            }
        }
    }

    private static String plan(Connected connected) throws SQLException, FaultException {
        String values = String.join(", ", Collections.nCopies(parameters(connected), "null"));
        String sql = EXPLAIN.text(connected.version()).replace(":values", values.isEmpty() ? "" : "(" + values + ")");
        StringJoiner plan = new StringJoiner("\n");
        try (Statement statement = connected.jdbc().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                plan.add(result.getString(1));
            }
        }
        return plan.toString();
    }

    private static int parameters(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(PARAMETERS);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            return rows.next() ? rows.integer("parameters") : 0;
        }
    }

    private static void execute(Connected connected, String sql) throws SQLException {
        try (Statement statement = connected.jdbc().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
