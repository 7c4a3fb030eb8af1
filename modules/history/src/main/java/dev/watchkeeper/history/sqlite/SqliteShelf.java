package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.frame.Frame;
import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.jdbc.Session;
import dev.watchkeeper.history.store.Shelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** Frames in a table whose rows they fill. */
class SqliteShelf<F extends Frame<F>> implements Shelf<F> {
    /** A frame as a row. */
    interface Cells<F> {
        /** What comes behind target and grain. */
        Object[] of(F frame);

        F read(ResultSet row) throws SQLException;
    }

    private final Session session;
    private final String table;
    private final Cells<F> cells;

    SqliteShelf(Session session, String table, Cells<F> cells) {
        this.session = session;
        this.table = table;
        this.cells = cells;
    }

    @Override
    public List<F> read(int target, Grain grain, long from, long before) throws SQLException {
        return session.all("read_" + table, cells::read, target, grain.number(), from, before);
    }

    @Override
    public void add(int target, Grain grain, List<F> frames) throws SQLException {
        for (F frame : frames) {
            List<F> there = read(target, grain, frame.at(), frame.at() + 1);
            put(
                    "put_",
                    target,
                    grain,
                    there.isEmpty() ? frame : there.getFirst().plus(frame));
        }
    }

    @Override
    public void fill(int target, Grain grain, List<F> frames) throws SQLException {
        for (F frame : frames) {
            put("fill_", target, grain, frame);
        }
    }

    private void put(String how, int target, Grain grain, F frame) throws SQLException {
        Object[] rest = cells.of(frame);
        Object[] row = new Object[rest.length + 2];
        row[0] = target;
        row[1] = grain.number();
        System.arraycopy(rest, 0, row, 2, rest.length);
        session.run(how + table, row);
    }

    @Override
    public long delete(Grain grain, long before) throws SQLException {
        long gone = 0;
        for (int target : session.all("list_targets", row -> row.getInt(1))) {
            gone += session.run("delete_" + table, target, grain.number(), before);
        }
        return gone;
    }

    @Override
    public OptionalLong first(int target, Grain grain) throws SQLException {
        return one("first_", target, grain);
    }

    @Override
    public OptionalLong last(int target, Grain grain) throws SQLException {
        return one("last_", target, grain);
    }

    @Override
    public long count(int target, Grain grain) throws SQLException {
        return one("count_", target, grain).orElse(0);
    }

    private OptionalLong one(String what, int target, Grain grain) throws SQLException {
        return session.first(
                        what + table,
                        row -> {
                            long value = row.getLong(1);
                            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
                        },
                        target,
                        grain.number())
                .orElse(OptionalLong.empty());
    }
}
