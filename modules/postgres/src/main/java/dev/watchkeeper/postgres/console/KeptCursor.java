package dev.watchkeeper.postgres.console;

import java.util.List;

/** A result that is here already. */
final class KeptCursor implements RowCursor {
    private final List<Column> columns;
    private final List<Row> rows;
    private final long dropped;
    private final Timing timing;
    private int next;

    KeptCursor(List<Column> columns, List<Row> rows, long dropped, Timing timing) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.dropped = dropped;
        this.timing = timing;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Page next(int atMost) {
        int to = Math.min(rows.size(), next + atMost);
        Page page = new Page(rows.subList(next, to), to == rows.size());
        next = to;
        return page;
    }

    @Override
    public long dropped() {
        return dropped;
    }

    @Override
    public Timing timing() {
        return timing;
    }

    @Override
    public void close() {
        next = rows.size();
    }
}
