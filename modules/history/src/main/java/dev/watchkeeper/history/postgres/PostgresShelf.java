package dev.watchkeeper.history.postgres;

import dev.watchkeeper.history.frame.Frame;
import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.jdbc.Session;
import dev.watchkeeper.history.store.Shelf;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Frames in partitioned tables, one for each grain. */
class PostgresShelf<F extends Frame<F>> implements Shelf<F> {
    /** A frame as a row. */
    interface Cells<F> {
        /** What comes behind target and moment. */
        List<@Nullable Object> of(F frame, Arrays arrays) throws SQLException;

        F read(ResultSet row, long at) throws SQLException;
    }

    private final Session session;
    private final Partitions partitions;
    private final String kind;
    private final Cells<F> cells;

    PostgresShelf(Session session, Partitions partitions, String kind, Cells<F> cells) {
        this.session = session;
        this.partitions = partitions;
        this.kind = kind;
        this.cells = cells;
    }

    String statement(String what, Grain grain) {
        return what + kind + "/" + grain.name().toLowerCase(Locale.ROOT);
    }

    static Instant moment(long millis) {
        // far outside of what a timestamptz holds stand "ever" and "never"
        return Instant.ofEpochMilli(Math.clamp(millis, -EVER, EVER));
    }

    private static final long EVER = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();

    @Override
    public List<F> read(int target, Grain grain, long from, long before) throws SQLException {
        return session.all(statement("read_", grain), this::frame, target, earliest(from), moment(before));
    }

    static Instant earliest(long from) {
        return Instant.ofEpochMilli(Math.max(from, 0));
    }

    private F frame(ResultSet row) throws SQLException {
        return cells.read(row, session.moments().millis(row, 1));
    }

    @Override
    public void add(int target, Grain grain, List<F> frames) throws SQLException {
        Map<Long, F> there = new HashMap<>();
        Object moments = new Arrays(session)
                .moments(frames.stream().map(frame -> frame.at()).toList());
        session.all(statement("there_", grain), this::frame, target, moments)
                .forEach(frame -> there.put(frame.at(), frame));
        List<F> together = new ArrayList<>();
        for (F frame : frames) {
            F before = there.get(frame.at());
            together.add(before == null ? frame : before.plus(frame));
        }
        put("put_", target, grain, together);
    }

    @Override
    public void fill(int target, Grain grain, List<F> frames) throws SQLException {
        put("fill_", target, grain, frames);
    }

    private void put(String how, int target, Grain grain, List<F> frames) throws SQLException {
        Arrays arrays = new Arrays(session);
        for (F frame : frames) {
            partitions.need(kind, grain, frame.at());
        }
        PreparedStatement statement = session.statement(statement(how, grain));
        for (F frame : frames) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(target);
            row.add(Timestamps.of(frame.at()));
            row.addAll(cells.of(frame, arrays));
            for (int i = 0; i < row.size(); i++) {
                statement.setObject(i + 1, row.get(i));
            }
            statement.addBatch();
        }
        statement.executeBatch();
    }

    @Override
    public long delete(Grain grain, long before) throws SQLException {
        return partitions.drop(kind, grain, before);
    }

    @Override
    public OptionalLong first(int target, Grain grain) throws SQLException {
        return one(statement("first_", grain), target);
    }

    @Override
    public OptionalLong last(int target, Grain grain) throws SQLException {
        return one(statement("last_", grain), target);
    }

    @Override
    public long count(int target, Grain grain) throws SQLException {
        return session.first(statement("count_", grain), row -> row.getLong(1), target)
                .orElse(0L);
    }

    private OptionalLong one(String statement, int target) throws SQLException {
        return session.first(
                        statement,
                        row -> row.getObject(1) == null
                                ? OptionalLong.empty()
                                : OptionalLong.of(session.moments().millis(row, 1)),
                        target)
                .orElse(OptionalLong.empty());
    }
}
