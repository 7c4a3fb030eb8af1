package dev.watchkeeper.postgres.statements;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.workload.OwnStatements;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks the extension over one connection, and adds up what that cost. For one thread, for one tick. */
final class Extension {
    static final SqlFile COUNTING = SqlFile.of(Extension.class, "counting");
    static final SqlFile CALLS = SqlFile.of(Extension.class, "calls");
    static final SqlFile FIGURES = SqlFile.of(Extension.class, "figures");
    static final SqlFile TEXTS = SqlFile.of(Extension.class, "texts");

    /** How often an entry was executed and for how long: if neither moved, it is as it was. */
    record Calls(long calls, double execMs) {
        boolean sameAs(StatementFigures sums) {
            return calls == sums.calls() && Double.compare(execMs, sums.execMs()) == 0;
        }
    }

    private final Connected connected;
    private final String schema;
    private Cost cost = Cost.NONE;

    Extension(Connected connected, Standing standing) {
        this.connected = connected;
        this.schema = standing.quotedSchema();
    }

    /** Of all that was asked so far. */
    Cost cost() {
        return cost;
    }

    Counting counting() throws SQLException, FaultException {
        try (PreparedStatement statement = prepare(COUNTING);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            Counting counting = Counting.of(rows);
            cost = cost.plus(rows.cost());
            return counting;
        }
    }

    /**
     * Every entry and how often it was called.
     *
     * @return how many there are besides, which the role may not see
     */
    int calls(Map<Entry, Calls> into) throws SQLException, FaultException {
        try (PreparedStatement statement = prepare(CALLS);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            int hidden = 0;
            while (rows.next()) {
                Long user = rows.numberOrNull("userid");
                Long queryId = rows.numberOrNull("queryid");
                if (user != null && queryId != null) {
                    Entry entry = new Entry(user, rows.number("dbid"), rows.flag("toplevel"), queryId);
                    into.put(entry, new Calls(rows.number("calls"), rows.real("total_exec_time")));
                } else if (user != null) {
                    hidden++;
                }
            }
            cost = cost.plus(rows.cost());
            return hidden;
        }
    }

    /** All figures of these statements, of whatever role and database. */
    Map<Entry, Count> figures(Collection<Long> queryIds) throws SQLException, FaultException {
        Map<Entry, Count> found = new HashMap<>();
        try (PreparedStatement statement = prepare(FIGURES)) {
            statement.setArray(1, connected.jdbc().createArrayOf("int8", queryIds.toArray(Long[]::new)));
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    Entry entry = new Entry(
                            rows.number("userid"), rows.number("dbid"), rows.flag("toplevel"), rows.number("queryid"));
                    found.put(entry, count(rows, entry));
                }
                cost = cost.plus(rows.cost());
            }
        }
        return found;
    }

    /**
     * Texts of these statements, in their order, until they are too many.
     *
     * @param each how many bytes of a text are wanted
     * @param together after so many bytes no other text comes
     */
    Map<QueryRef, String> texts(Collection<Long> queryIds, int each, long together)
            throws SQLException, FaultException {
        Map<QueryRef, String> found = new LinkedHashMap<>();
        try (PreparedStatement statement = prepare(TEXTS)) {
            statement.setArray(1, connected.jdbc().createArrayOf("int8", queryIds.toArray(Long[]::new)));
            statement.setInt(2, each);
            statement.setLong(3, together);
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    QueryRef query = new QueryRef(rows.text("database"), rows.number("queryid"));
                    found.putIfAbsent(query, rows.looseText("query"));
                }
                cost = cost.plus(rows.cost());
            }
        }
        return found;
    }

    private PreparedStatement prepare(SqlFile file) throws SQLException, FaultException {
        return connected
                .jdbc()
                .prepareStatement(
                        OwnStatements.marked(file.text(connected.version()).replace(":schema", schema)));
    }

    private static Count count(Rows rows, Entry entry) throws SQLException {
        StatementId id = new StatementId(rows.text("database"), rows.text("role"), entry.queryId(), entry.topLevel());
        return new Count(id, sums(rows), rows.instantOrNull("stats_since"));
    }

    private static StatementFigures sums(Rows rows) throws SQLException {
        long calls = rows.number("calls");
        double execMs = rows.real("total_exec_time");
        double deviation = rows.real("stddev_exec_time");
        return new StatementFigures(
                calls,
                rows.number("plans"),
                rows.real("total_plan_time"),
                execMs,
                // the server's deviation is that of all calls: sqrt(mean of squares - square of mean)
                calls == 0 ? 0 : calls * deviation * deviation + execMs * execMs / calls,
                rows.real("min_exec_time"),
                rows.real("max_exec_time"),
                rows.number("rows"),
                rows.number("shared_blks_hit"),
                rows.number("shared_blks_read"),
                rows.number("shared_blks_dirtied"),
                rows.number("shared_blks_written"),
                rows.number("temp_blks_read"),
                rows.number("temp_blks_written"),
                rows.real("read_ms"),
                rows.real("write_ms"),
                rows.number("wal_records"),
                rows.number("wal_bytes"),
                rows.real("jit_ms"));
    }
}
