package dev.watchkeeper.history.frame;

/** The figures of a statement as they are kept: whole numbers, times in µs. Those in the store have this order. */
public enum Column {
    EXEC_US(0),
    CALLS(1),
    PLANS(2),
    PLAN_US(3),
    /** ms² × 1000. */
    EXEC_SQUARES(4),
    /** 0: not known. */
    MIN_US(5),
    MAX_US(6),
    ROWS(7),
    SHARED_HIT(8),
    SHARED_READ(9),
    SHARED_DIRTIED(10),
    SHARED_WRITTEN(11),
    TEMP_READ(12),
    TEMP_WRITTEN(13),
    READ_US(14),
    WRITE_US(15),
    WAL_RECORDS(16),
    WAL_BYTES(17),
    JIT_US(18);

    /** How many there are. */
    public static final int COUNT = 19;

    private final int place;

    Column(int place) {
        this.place = place;
    }

    /** Which of the columns, from 0. */
    public int place() {
        return place;
    }

    /** How two values of it become one. */
    long together(long one, long other) {
        return switch (this) {
            case MIN_US -> one == 0 ? other : other == 0 ? one : Math.min(one, other);
            case MAX_US -> Math.max(one, other);
            default -> capped(one, other);
        };
    }

    /** Squares of long executions may reach the end of what a long holds. */
    private static long capped(long one, long other) {
        long sum = one + other;
        return one > 0 && other > 0 && sum < 0 ? Long.MAX_VALUE : sum;
    }
}
