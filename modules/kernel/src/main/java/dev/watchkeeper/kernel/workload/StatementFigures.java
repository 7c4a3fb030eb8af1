package dev.watchkeeper.kernel.workload;

/**
 * What a statement did in an interval. Counters are differences of two readings; times are in milliseconds, blocks in
 * the server's block size (8 KiB as a rule).
 *
 * @param execSquares sum of the squares of each execution's time, in ms²: with it standard deviations can be added up
 * @param minMs shortest execution since the server began to count, not of the interval
 * @param maxMs longest execution since the server began to count, not of the interval
 * @param readMs waiting for reads of shared, local and temporary blocks; 0 unless {@code track_io_timing} is on
 * @param writeMs the same for writes
 * @param jitMs compiling, inlining, optimising, emitting; 0 before PostgreSQL 15
 */
public record StatementFigures(
        long calls,
        long plans,
        double planMs,
        double execMs,
        double execSquares,
        double minMs,
        double maxMs,
        long rows,
        long sharedHit,
        long sharedRead,
        long sharedDirtied,
        long sharedWritten,
        long tempRead,
        long tempWritten,
        double readMs,
        double writeMs,
        long walRecords,
        long walBytes,
        double jitMs) {
    public static final StatementFigures NONE =
            new StatementFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together, as of an interval that is made of two. */
    public StatementFigures plus(StatementFigures other) {
        return new StatementFigures(
                calls + other.calls,
                plans + other.plans,
                planMs + other.planMs,
                execMs + other.execMs,
                execSquares + other.execSquares,
                shorter(minMs, other.minMs),
                Math.max(maxMs, other.maxMs),
                rows + other.rows,
                sharedHit + other.sharedHit,
                sharedRead + other.sharedRead,
                sharedDirtied + other.sharedDirtied,
                sharedWritten + other.sharedWritten,
                tempRead + other.tempRead,
                tempWritten + other.tempWritten,
                readMs + other.readMs,
                writeMs + other.writeMs,
                walRecords + other.walRecords,
                walBytes + other.walBytes,
                jitMs + other.jitMs);
    }

    /**
     * What was added since an earlier reading of the same counters; never negative. Shortest and longest are not of the
     * difference, but as they stand here.
     */
    public StatementFigures since(StatementFigures earlier) {
        return new StatementFigures(
                added(calls, earlier.calls),
                added(plans, earlier.plans),
                added(planMs, earlier.planMs),
                added(execMs, earlier.execMs),
                added(execSquares, earlier.execSquares),
                minMs,
                maxMs,
                added(rows, earlier.rows),
                added(sharedHit, earlier.sharedHit),
                added(sharedRead, earlier.sharedRead),
                added(sharedDirtied, earlier.sharedDirtied),
                added(sharedWritten, earlier.sharedWritten),
                added(tempRead, earlier.tempRead),
                added(tempWritten, earlier.tempWritten),
                added(readMs, earlier.readMs),
                added(writeMs, earlier.writeMs),
                added(walRecords, earlier.walRecords),
                added(walBytes, earlier.walBytes),
                added(jitMs, earlier.jitMs));
    }

    private static long added(long now, long earlier) {
        return Math.max(0, now - earlier);
    }

    private static double added(double now, double earlier) {
        return Math.max(0, now - earlier);
    }

    /** 0 stands for "not known". */
    private static double shorter(double one, double other) {
        return one == 0 ? other : other == 0 ? one : Math.min(one, other);
    }

    /** Mean execution time, in ms; 0 without calls. */
    public double meanMs() {
        return calls == 0 ? 0 : execMs / calls;
    }

    /** Standard deviation of the execution time over the interval's calls, in ms; 0 without calls. */
    public double stddevMs() {
        if (calls == 0) {
            return 0;
        }
        double mean = meanMs();
        return Math.sqrt(Math.max(0, execSquares / calls - mean * mean));
    }

    /** Share of shared blocks that were found in the cache, 0 to 1; 1 if none were asked for. */
    public double hitRatio() {
        long asked = sharedHit + sharedRead;
        return asked == 0 ? 1 : (double) sharedHit / asked;
    }
}
