package dev.watchkeeper.history.frame;

import dev.watchkeeper.kernel.workload.StatementFigures;

/** Figures as columns and back. */
final class FigureColumns {
    private static final double PARTS = 1000;

    private FigureColumns() {}

    static long[] of(StatementFigures figures) {
        long[] row = new long[Column.COUNT];
        row[Column.EXEC_US.place()] = thousandths(figures.execMs());
        row[Column.CALLS.place()] = figures.calls();
        row[Column.PLANS.place()] = figures.plans();
        row[Column.PLAN_US.place()] = thousandths(figures.planMs());
        row[Column.EXEC_SQUARES.place()] = thousandths(figures.execSquares());
        row[Column.MIN_US.place()] = known(figures.minMs());
        row[Column.MAX_US.place()] = thousandths(figures.maxMs());
        row[Column.ROWS.place()] = figures.rows();
        row[Column.SHARED_HIT.place()] = figures.sharedHit();
        row[Column.SHARED_READ.place()] = figures.sharedRead();
        row[Column.SHARED_DIRTIED.place()] = figures.sharedDirtied();
        row[Column.SHARED_WRITTEN.place()] = figures.sharedWritten();
        row[Column.TEMP_READ.place()] = figures.tempRead();
        row[Column.TEMP_WRITTEN.place()] = figures.tempWritten();
        row[Column.READ_US.place()] = thousandths(figures.readMs());
        row[Column.WRITE_US.place()] = thousandths(figures.writeMs());
        row[Column.WAL_RECORDS.place()] = figures.walRecords();
        row[Column.WAL_BYTES.place()] = figures.walBytes();
        row[Column.JIT_US.place()] = thousandths(figures.jitMs());
        return row;
    }

    static StatementFigures figures(long[] row) {
        return new StatementFigures(
                row[Column.CALLS.place()],
                row[Column.PLANS.place()],
                row[Column.PLAN_US.place()] / PARTS,
                row[Column.EXEC_US.place()] / PARTS,
                row[Column.EXEC_SQUARES.place()] / PARTS,
                row[Column.MIN_US.place()] / PARTS,
                row[Column.MAX_US.place()] / PARTS,
                row[Column.ROWS.place()],
                row[Column.SHARED_HIT.place()],
                row[Column.SHARED_READ.place()],
                row[Column.SHARED_DIRTIED.place()],
                row[Column.SHARED_WRITTEN.place()],
                row[Column.TEMP_READ.place()],
                row[Column.TEMP_WRITTEN.place()],
                row[Column.READ_US.place()] / PARTS,
                row[Column.WRITE_US.place()] / PARTS,
                row[Column.WAL_RECORDS.place()],
                row[Column.WAL_BYTES.place()],
                row[Column.JIT_US.place()] / PARTS);
    }

    private static long thousandths(double value) {
        return Math.round(value * PARTS);
    }

    /** 0 stands for "not known", so the shortest known time is 1 µs. */
    private static long known(double minMs) {
        return minMs == 0 ? 0 : Math.max(1, thousandths(minMs));
    }
}
