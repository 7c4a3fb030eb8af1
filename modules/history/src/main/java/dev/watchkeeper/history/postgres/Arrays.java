package dev.watchkeeper.history.postgres;

import dev.watchkeeper.history.jdbc.Session;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of numbers as SQL's arrays, and back. */
final class Arrays {
    private final Session session;

    Arrays(Session session) {
        this.session = session;
    }

    Array ints(Collection<Integer> values) throws SQLException {
        return session.connection().createArrayOf("int4", values.toArray());
    }

    Array longs(Collection<Long> values) throws SQLException {
        return session.connection().createArrayOf("int8", values.toArray());
    }

    Array reals(Collection<Double> values) throws SQLException {
        return session.connection().createArrayOf("float8", values.toArray());
    }

    Array moments(Collection<Long> values) throws SQLException {
        return session.connection()
                .createArrayOf(
                        "timestamptz",
                        values.stream().map(at -> Timestamps.of(at).toString()).toArray());
    }

    static List<Integer> ints(ResultSet row, int column) throws SQLException {
        return List.of((Integer[]) row.getArray(column).getArray());
    }

    static List<Long> longs(ResultSet row, int column) throws SQLException {
        return List.of((Long[]) row.getArray(column).getArray());
    }

    static @Nullable List<Long> longsOrNull(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? null : List.of((Long[]) array.getArray());
    }

    static List<Double> reals(ResultSet row, int column) throws SQLException {
        return List.of((Double[]) row.getArray(column).getArray());
    }
}
