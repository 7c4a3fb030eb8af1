package dev.watchkeeper.history.jdbc;

import dev.watchkeeper.history.jdbc.NameCache.Known;
import dev.watchkeeper.history.store.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dictionary table of the columns {@code id}, what the thing is made of, {@code seen}. What a transaction finds out
 * becomes known to others when it is committed.
 */
final class JdbcNames<T> implements Names<T> {
    /** A thing as columns. */
    interface Columns<T> {
        Object[] of(T thing);

        /** From the row's first column on. */
        T read(ResultSet row) throws SQLException;
    }

    /** Above so many unknown ones the whole dictionary is read. */
    private static final int ONE_BY_ONE = 20;

    private final Session session;
    private final String table;
    private final Columns<T> columns;
    private final NameCache<T> cache;
    private final long today;
    private final Map<T, Known> found = new HashMap<>();

    JdbcNames(Session session, String table, Columns<T> columns, NameCache<T> cache, long today) {
        this.session = session;
        this.table = table;
        this.columns = columns;
        this.cache = cache;
        this.today = today;
    }

    @Override
    public Map<T, Integer> numbers(Collection<T> wanted) throws SQLException {
        Map<T, Integer> numbers = new HashMap<>();
        for (T thing : wanted) {
            if (!numbers.containsKey(thing)) {
                numbers.put(thing, number(thing));
            }
        }
        return numbers;
    }

    private int number(T thing) throws SQLException {
        Known known = found.containsKey(thing) ? found.get(thing) : cache.known(thing);
        if (known != null && known.day() == today) {
            return known.number();
        }
        boolean stillThere = known != null && session.run("stamp_" + table, today, known.number()) == 1;
        Known fresh = new Known(stillThere && known != null ? known.number() : added(thing), today);
        found.put(thing, fresh);
        return fresh.number();
    }

    private int added(T thing) throws SQLException {
        Object[] values = clean(columns.of(thing));
        Optional<Integer> there = session.first("find_" + table, row -> row.getInt(1), values);
        if (there.isPresent()) {
            session.run("stamp_" + table, today, there.get());
            return there.get();
        }
        Object[] withDay = Arrays.copyOf(values, values.length + 1);
        withDay[values.length] = today;
        session.run("add_" + table, withDay);
        return session.first("find_" + table, row -> row.getInt(1), values)
                .orElseThrow(() -> new SQLException("a name was taken away while it was written: " + table));
    }

    private static Object[] clean(Object[] values) {
        return Arrays.stream(values)
                .map(value -> value instanceof String text ? CleanText.of(text) : value)
                .toArray();
    }

    @Override
    public Optional<Integer> known(T thing) throws SQLException {
        Known known = cache.known(thing);
        return known == null
                ? session.first("find_" + table, row -> row.getInt(1), clean(columns.of(thing)))
                : Optional.of(known.number());
    }

    @Override
    public Map<Integer, T> things(Collection<Integer> numbers) throws SQLException {
        Map<Integer, T> things = new HashMap<>();
        List<Integer> unknown = new ArrayList<>();
        for (Integer number : numbers) {
            T known = cache.thing(number);
            if (known == null) {
                unknown.add(number);
            } else {
                things.put(number, known);
            }
        }
        Map<Integer, T> fresh = unknown.size() > ONE_BY_ONE ? all() : some(unknown);
        fresh.forEach((number, thing) -> found.putIfAbsent(thing, new Known(number, -1)));
        unknown.stream().filter(fresh::containsKey).forEach(number -> things.put(number, fresh.get(number)));
        return things;
    }

    private Map<Integer, T> some(List<Integer> numbers) throws SQLException {
        Map<Integer, T> things = new HashMap<>();
        for (Integer number : numbers) {
            session.first("name_" + table, columns::read, number).ifPresent(thing -> things.put(number, thing));
        }
        return things;
    }

    private Map<Integer, T> all() throws SQLException {
        Map<Integer, T> things = new HashMap<>();
        session.all("all_" + table, row -> things.put(row.getInt("id"), columns.read(row)));
        return things;
    }

    void committed() {
        found.forEach((thing, number) -> {
            Known before = cache.known(thing);
            if (before == null || before.day() <= number.day()) {
                cache.learn(thing, number);
            }
        });
    }
}
