package dev.watchkeeper.history.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection and the statements that are prepared on it. For one thread at a time. */
public final class Session {
    /** Makes something of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final SqlBook book;
    private final Moments moments;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    public Session(Connection connection, SqlBook book, Moments moments) {
        this.connection = connection;
        this.book = book;
        this.moments = moments;
    }

    public Connection connection() {
        return connection;
    }

    public SqlBook book() {
        return book;
    }

    public Moments moments() {
        return moments;
    }

    /**
     * The statement of that name with these values; moments are given as {@link Instant}. {@code name/grain} is the
     * statement called name with the grain in its place.
     */
    public PreparedStatement statement(String name, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(name);
        if (statement == null) {
            int slash = name.indexOf('/');
            String text = slash < 0
                    ? book.text(name)
                    : book.text(name.substring(0, slash)).replace(":grain", name.substring(slash + 1));
            statement = connection.prepareStatement(text);
            prepared.put(name, statement);
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant at ? moments.parameter(at.toEpochMilli()) : values[i];
            statement.setObject(i + 1, value);
        }
        return statement;
    }

    /** After a fault: what was prepared may be in the middle of something. */
    public void forgetStatements() throws SQLException {
        List<PreparedStatement> old = List.copyOf(prepared.values());
        prepared.clear();
        for (PreparedStatement statement : old) {
            statement.close();
        }
    }

    /** How many rows it changed. */
    public int run(String name, Object... values) throws SQLException {
        return statement(name, values).executeUpdate();
    }

    public <T> List<T> all(String name, Row<T> reader, Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement(name, values).executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    public <T> Optional<T> first(String name, Row<T> reader, Object... values) throws SQLException {
        try (ResultSet rows = statement(name, values).executeQuery()) {
            return rows.next() ? Optional.ofNullable(reader.read(rows)) : Optional.empty();
        }
    }

    /** A moment of a row. */
    public Instant instant(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(moments.millis(row, column));
    }
}
