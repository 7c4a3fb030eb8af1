package dev.watchkeeper.postgres.console;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Encoding;
import org.postgresql.core.Field;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Oid;
import org.postgresql.core.ParameterList;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.Tuple;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * One statement and what the server answers to it, below JDBC: there values would be kept from being what the server
 * prints, messages would pile up until the statement ends, and the driver would begin and end transactions by itself. The
 * server takes exactly one statement here and refuses more. For one thread at a time.
 */
final class Exchange extends ResultHandlerBase {
    private static final int FLAGS = QueryExecutor.QUERY_ONESHOT
            | QueryExecutor.QUERY_SUPPRESS_BEGIN
            | QueryExecutor.QUERY_NO_BINARY_TRANSFER
            | QueryExecutor.QUERY_BOTH_ROWS_AND_STATUS;

    private final QueryExecutor server;
    private final Consumer<Notice> sink;
    private final Deque<Row> pending = new ArrayDeque<>();
    private @Nullable List<Field> fields;
    private @Nullable ResultCursor cursor;
    private @Nullable SQLException undecodable;
    private String tag = "";
    private long count;
    private long notices;
    private long characters;
    private long rows;

    Exchange(QueryExecutor server, Consumer<Notice> sink) {
        this.server = server;
        this.sink = sink;
    }

    /**
     * Runs it.
     *
     * @param atMost so many rows come at once, and the rest waits in a portal, which lives as long as the transaction; 0:
     *     all come now
     */
    void run(String sql, List<@Nullable String> values, int atMost, boolean simple) throws SQLException {
        int[] places = new int[values.size()];
        Query query = server.wrap(List.of(new NativeQuery(sql, places, false, SqlCommand.BLANK)));
        ParameterList parameters = query.createParameterList();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value == null) {
                parameters.setNull(i + 1, Oid.UNSPECIFIED);
            } else {
                // of no type, so that the server chooses it as it does for a quoted literal
                parameters.setStringParameter(i + 1, value, Oid.UNSPECIFIED);
            }
        }
        int portal = atMost > 0 && !simple ? QueryExecutor.QUERY_FORWARD_CURSOR : 0;
        int way = simple ? QueryExecutor.QUERY_EXECUTE_AS_SIMPLE : 0;
        server.execute(query, parameters, this, 0, atMost, FLAGS | portal | way);
        checkDecoded();
    }

    /** Gets the next rows into {@link #poll}. */
    void more(int atMost) throws SQLException {
        ResultCursor portal = cursor;
        if (portal != null) {
            cursor = null;
            server.fetch(portal, this, atMost, false);
            checkDecoded();
        }
    }

    /** Whether the server holds rows that did not come yet. */
    boolean hasMore() {
        return cursor != null;
    }

    /** Whether all rows were polled, and no more will come. */
    boolean isAtEnd() {
        return cursor == null && pending.isEmpty();
    }

    /** A row that has come; null if none is left. */
    @Nullable
    Row poll() {
        return pending.poll();
    }

    /** Whether the statement gives rows at all, be they none. */
    boolean hasColumns() {
        return fields != null;
    }

    List<Field> fields() {
        return fields == null ? List.of() : fields;
    }

    /** The command tag: {@code UPDATE 5}, {@code CREATE TABLE}; empty as long as the end has not come. */
    String tag() {
        return tag;
    }

    /** Rows that the tag counts; 0 if none. */
    long count() {
        return count;
    }

    long notices() {
        return notices;
    }

    /** Rows that have come so far. */
    long rows() {
        return rows;
    }

    /** Characters of a row on average; 0 before the first. */
    long rowSize() {
        return rows == 0 ? 0 : characters / rows;
    }

    /** Lets the rest go; goes to the server with the next statement. */
    void forget() {
        ResultCursor portal = cursor;
        if (portal != null) {
            cursor = null;
            portal.close();
        }
        pending.clear();
    }

    @Override
    public void handleResultRows(
            Query query, Field[] columns, @Nullable List<Tuple> tuples, @Nullable ResultCursor portal) {
        if (fields == null) {
            fields = List.of(columns);
        }
        cursor = portal;
        if (tuples == null) {
            return;
        }
        try {
            Encoding encoding = server.getEncoding();
            for (Tuple tuple : tuples) {
                pending.add(row(encoding, tuple));
            }
        } catch (IOException e) {
            undecodable = new PSQLException("a value can't be read as text", PSQLState.DATA_ERROR, e);
        }
    }

    @Override
    public void handleCommandStatus(String status, long updateCount, long insertOid) {
        tag = status;
        count = updateCount;
    }

    @Override
    public void handleWarning(SQLWarning warning) {
        notices++;
        if (notices <= SqlConsole.KEPT_NOTICES) {
            sink.accept(Notice.of(warning));
        }
    }

    private Row row(Encoding encoding, Tuple tuple) throws IOException {
        List<@Nullable String> values = new ArrayList<>(tuple.fieldCount());
        for (int i = 0; i < tuple.fieldCount(); i++) {
            byte[] bytes = tuple.get(i);
            String value = bytes == null ? null : encoding.decode(bytes);
            characters += value == null ? 0 : value.length();
            values.add(value);
        }
        rows++;
        return new Row(values);
    }

    private void checkDecoded() throws SQLException {
        if (undecodable != null) {
            throw undecodable;
        }
    }
}
