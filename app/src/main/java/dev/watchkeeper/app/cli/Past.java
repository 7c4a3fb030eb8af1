package dev.watchkeeper.app.cli;

import dev.watchkeeper.history.Interval;
import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of the past, counted back from now.
 *
 * @param from how long ago it began
 * @param to how long ago it ended; less than {@code from}
 */
record Past(Duration from, Duration to) {
    Duration length() {
        return from.minus(to);
    }

    Interval before(Instant now) {
        return new Interval(now.minus(from), now.minus(to));
    }
}
