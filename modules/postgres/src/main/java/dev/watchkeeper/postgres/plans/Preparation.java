package dev.watchkeeper.postgres.plans;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Parser;

/** A transaction in which a statement is planned as its role would; rolled back, and nothing of it stays. */
final class Preparation implements AutoCloseable {
    private static final SqlFile SETTINGS = SqlFile.of(Preparation.class, "role_settings");
    private static final SqlFile AS = SqlFile.of(Preparation.class, "plan_as");
    private static final SqlFile PREPARE = SqlFile.of(Preparation.class, "prepare");
    private static final SqlFile PARAMETERS = SqlFile.of(Preparation.class, "parameters");
    private static final SqlFile READ_ONLY = SqlFile.of(Preparation.class, "read_only");
    private static final SqlFile KEEP = SqlFile.of(Preparation.class, "keep_partitions");
    private static final SqlFile DONE = SqlFile.of(Preparation.class, "deallocate");

    /** A text that was cut lacks its last bytes, up to three more of them where a character would have been split. */
    private static final int CUT = 4;

    private final Connected connected;
    private final ExplainRequest request;
    private boolean prepared;

    private Preparation(Connected connected, ExplainRequest request) {
        this.connected = connected;
        this.request = request;
    }

    /**
     * Begins it.
     *
     * @param generic whether the plan has to do for any values
     */
    static Preparation begin(Connected connected, ExplainRequest request, boolean generic)
            throws SQLException, FaultException {
        connected.jdbc().setAutoCommit(false);
        Preparation preparation = new Preparation(connected, request);
        boolean complete = false;
        try {
            preparation.takeSettings();
            preparation.planAs(generic);
            complete = true;
            return preparation;
        } finally {
            if (!complete) {
                preparation.close();
            }
        }
    }

    /** Before the search_path is the role's, so that names still mean what they should. */
    private void takeSettings() throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(SETTINGS)) {
            statement.setString(1, request.role().orElse(null));
            statement.execute();
        }
    }

    private void planAs(boolean generic) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(AS)) {
            statement.setString(1, generic ? "force_generic_plan" : "force_custom_plan");
            statement.setString(2, request.role().orElse(null));
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                int bytes = request.text().getBytes(StandardCharsets.UTF_8).length;
                if (rows.next() && request.mayBeCut() && bytes >= rows.integer("kept") - CUT) {
                    throw new FaultException(
                            FaultKind.UNSUPPORTED,
                            "the server kept only the beginning of the statement",
                            "It keeps as much as track_activity_query_size says");
                }
            }
        }
    }

    /**
     * Begins anew, as if no partition could be left out. EXPLAIN EXECUTE leaves out those that the values don't want, and
     * the values of a generic plan are all NULL: it would show none.
     */
    void prepareWithAllPartitions(String text) throws SQLException, FaultException {
        keepPartitions();
        deallocate();
        prepare(text);
    }

    /** From now on no partition is left out. */
    void keepPartitions() throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(KEEP)) {
            statement.execute();
        }
    }

    /** From now on the server refuses whatever writes. */
    void readOnly() throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(READ_ONLY)) {
            statement.execute();
        }
    }

    private void deallocate() throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(DONE)) {
            statement.execute();
        }
        prepared = false;
    }

    /** The text, if it is one statement: the driver would send several one by one, and the second would be run. */
    String single(String text) throws SQLException, FaultException {
        BaseConnection driver = connected.jdbc().unwrap(BaseConnection.class);
        boolean standard = driver.getStandardConformingStrings();
        if (Parser.parseJdbcSql(text, standard, false, true, false, false).size() != 1) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED, "it is several statements at once", "Ask for the plan of each of them");
        }
        return text;
    }

    /** Has the server read it; PREPARE takes one statement only and runs nothing. Gives the types of its parameters. */
    List<String> prepare(String text) throws SQLException, FaultException {
        String sql = PREPARE.text(connected.version()).replace(":query", single(text));
        try (Statement statement = connected.jdbc().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw Unplannable.because(e);
        }
        prepared = true;
        try (PreparedStatement statement = connected.prepare(PARAMETERS);
                ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
                return List.of();
            }
            Array types = result.getArray("types");
            return List.of((String[]) types.getArray());
        }
    }

    /** The list of values for EXECUTE, in parentheses; empty without parameters. */
    String values(List<String> types) throws FaultException {
        if (request.values().isEmpty()) {
            return inParentheses(Collections.nCopies(types.size(), "null"));
        }
        int given = request.values().get().size();
        if (given != types.size()) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "the statement has " + Sizes.of(types.size(), "parameter", "parameters") + ", but "
                            + Sizes.of(given, "value was", "values were") + " given",
                    types.isEmpty() ? "" : "They are of these types: " + String.join(", ", types));
        }
        return inParentheses(request.values().get().stream()
                .map(value -> value.map(Quoting::literal).orElse("null"))
                .toList());
    }

    private static String inParentheses(List<String> values) {
        return values.isEmpty() ? "" : values.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public void close() throws SQLException, FaultException {
        if (connected.isClosed()) {
            return;
        }
        try {
            connected.jdbc().rollback();
            if (prepared) {
                deallocate();
            }
            connected.jdbc().rollback();
        } finally {
            connected.jdbc().setAutoCommit(true);
        }
    }
}
