package dev.watchkeeper.history;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from first moment that belongs to it
 * @param to first moment that does not; not before {@code from}
 */
public record Interval(Instant from, Instant to) {
    public Interval {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins: " + from + " to " + to);
        }
    }

    /** The last stretch of this length before a moment. */
    public static Interval last(Duration length, Instant before) {
        return new Interval(before.minus(length), before);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
