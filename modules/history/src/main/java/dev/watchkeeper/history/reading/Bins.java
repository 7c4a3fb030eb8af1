package dev.watchkeeper.history.reading;

import dev.watchkeeper.history.Interval;
import java.time.Duration;
import java.time.Instant;

/**
 * The steps of a chart: of a round length and at round times, so that they stay where they are while time goes on.
 *
 * @param from of the first, in ms since 1970
 * @param step each one's length in ms
 */
public record Bins(long from, long step, int count) {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** Divisors of the next longer unit, for the most part. */
    private static long round(long least) {
        long[] lengths = {
            SECOND,
            2 * SECOND,
            5 * SECOND,
            10 * SECOND,
            15 * SECOND,
            20 * SECOND,
            30 * SECOND,
            MINUTE,
            2 * MINUTE,
            5 * MINUTE,
            10 * MINUTE,
            15 * MINUTE,
            20 * MINUTE,
            30 * MINUTE,
            HOUR,
            2 * HOUR,
            3 * HOUR,
            4 * HOUR,
            6 * HOUR,
            8 * HOUR,
            12 * HOUR,
            DAY
        };
        for (long length : lengths) {
            if (length >= least) {
                return length;
            }
        }
        return Math.ceilDiv(least, DAY) * DAY;
    }

    /**
     * Steps that cover an interval.
     *
     * @param most about how many there should be
     * @param least how long, in ms, each is at least: nothing is known about shorter ones
     */
    public static Bins of(Interval interval, int most, long least) {
        long begin = interval.from().toEpochMilli();
        long end = interval.to().toEpochMilli();
        long step = round(Math.max(least, Math.ceilDiv(end - begin, Math.max(1, most))));
        long from = Math.floorDiv(begin, step) * step;
        return new Bins(from, step, (int) Math.ceilDiv(end - from, step));
    }

    public long end() {
        return from + step * count;
    }

    /** The step in which a moment lies; outside of the chart below 0 or {@code count} and above. */
    public int index(long moment) {
        return (int) Math.floorDiv(moment - from, step);
    }

    public long at(int index) {
        return from + step * index;
    }

    Interval interval() {
        return new Interval(Instant.ofEpochMilli(from), Instant.ofEpochMilli(end()));
    }

    Duration length() {
        return Duration.ofMillis(step);
    }
}
