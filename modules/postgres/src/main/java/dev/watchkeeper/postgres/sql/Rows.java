package dev.watchkeeper.postgres.sql;

import dev.watchkeeper.kernel.poll.Cost;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a result by its columns' names, and adds up what it cost. For one thread, for one result. */
public final class Rows {
    private final ResultSet result;
    private final Map<String, Integer> columns = new HashMap<>();
    private long bytes;
    private double serverMillis;

    public Rows(ResultSet result) throws SQLException {
        this.result = result;
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            columns.put(result.getMetaData().getColumnLabel(i), i);
        }
    }

    /** Goes to the next row; the column {@code server_ms}, if there is one and it is not NULL, is the cost so far. */
    public boolean next() throws SQLException {
        boolean more = result.next();
        if (more && columns.containsKey("server_ms")) {
            double millis = result.getDouble(column("server_ms"));
            if (!result.wasNull()) {
                serverMillis = millis;
                bytes += Double.BYTES;
            }
        }
        return more;
    }

    public @Nullable String textOrNull(String name) throws SQLException {
        String value = result.getString(column(name));
        bytes += value == null ? 0 : value.length();
        return value;
    }

    /** The text, empty for NULL. */
    public String text(String name) throws SQLException {
        String value = textOrNull(name);
        return value == null ? "" : value;
    }

    /** The number, 0 for NULL. */
    public int integer(String name) throws SQLException {
        bytes += Integer.BYTES;
        return result.getInt(column(name));
    }

    /** The number, 0 for NULL. */
    public long number(String name) throws SQLException {
        bytes += Long.BYTES;
        return result.getLong(column(name));
    }

    /** The floating point number, 0 for NULL. */
    public double real(String name) throws SQLException {
        bytes += Double.BYTES;
        return result.getDouble(column(name));
    }

    /** Text that may hold anything but a NUL, sent as bytes: what is not UTF-8 in it becomes U+FFFD. */
    public String looseText(String name) throws SQLException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The bytes, none for NULL. */
    public byte[] bytes(String name) throws SQLException {
        byte[] value = result.getBytes(column(name));
        bytes += value == null ? 0 : value.length;
        return value == null ? new byte[0] : value;
    }

    public @Nullable Long numberOrNull(String name) throws SQLException {
        long value = number(name);
        return result.wasNull() ? null : value;
    }

    /** The truth value, false for NULL. */
    public boolean flag(String name) throws SQLException {
        bytes += 1;
        return result.getBoolean(column(name));
    }

    /** To the microsecond. */
    public @Nullable Instant instantOrNull(String name) throws SQLException {
        OffsetDateTime value = result.getObject(column(name), OffsetDateTime.class);
        bytes += value == null ? 0 : Long.BYTES;
        return value == null || value.equals(OffsetDateTime.MAX) || value.equals(OffsetDateTime.MIN)
                ? null
                : value.toInstant();
    }

    /** An {@code int[]} without repeats, in ascending order; null for NULL. */
    public @Nullable List<Integer> pidsOrNull(String name) throws SQLException {
        Array value = result.getArray(column(name));
        if (value == null) {
            return null;
        }
        Integer[] pids = (Integer[]) value.getArray();
        bytes += (long) pids.length * Integer.BYTES;
        return Arrays.stream(pids).distinct().sorted().toList();
    }

    /** What the rows read so far cost. */
    public Cost cost() {
        return new Cost(serverMillis, bytes);
    }

    private int column(String name) throws SQLException {
        Integer index = columns.get(name);
        if (index == null) {
            throw new SQLException("the statement has no column " + name);
        }
        return index;
    }
}
