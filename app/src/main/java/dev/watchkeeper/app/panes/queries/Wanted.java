package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.history.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the person wants to see of the past.
 *
 * @param shown on the axis
 * @param following whether the axis goes along with time
 * @param a the interval that was swept first
 * @param b the interval that was swept second; empty if there is no first
 * @param moment that was clicked at, instead of intervals
 * @param by what sessions are told apart by
 * @param own whether statements of the console itself are shown, too
 */
record Wanted(
        Interval shown,
        boolean following,
        Optional<Interval> a,
        Optional<Interval> b,
        Optional<Instant> moment,
        ActivityBy by,
        boolean own) {
    /** A moment is as long as that; the recorded steps that it touches tell of it. */
    private static final Duration MOMENT = Duration.ofMillis(1);

    /** What the axis shows at this time. */
    Interval visible(Instant now) {
        return following ? Interval.last(shown.length(), now) : shown;
    }

    /** Of which time the table tells. */
    Interval told(Instant now) {
        return b.or(() -> a)
                .or(() -> moment.map(at -> new Interval(at, at.plus(MOMENT))))
                .orElseGet(() -> visible(now));
    }

    /** What it is compared with; empty if nothing is. */
    Optional<Interval> before() {
        return b.isPresent() ? a : Optional.empty();
    }
}
