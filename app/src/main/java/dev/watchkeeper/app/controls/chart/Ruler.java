package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.history.Interval;
import java.time.Instant;

/**
 * Where moments stand on the screen.
 *
 * @param left pixels of the interval's beginning
 * @param width pixels of the interval, above 0
 */
record Ruler(Interval interval, double left, double width) {
    double x(Instant moment) {
        return x(moment.toEpochMilli());
    }

    double x(long epochMilli) {
        return left + width * (epochMilli - interval.from().toEpochMilli()) / millis();
    }

    Instant moment(double x) {
        double share = Math.clamp((x - left) / width, 0, 1);
        return interval.from().plusMillis(Math.round(share * millis()));
    }

    /** How far so much time is. */
    double pixels(long millis) {
        return width * millis / millis();
    }

    double right() {
        return left + width;
    }

    private double millis() {
        return Math.max(1, interval.length().toMillis());
    }
}
