package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.history.Interval;
import java.time.Instant;

/**
 * Where moments stand on the screen.
 *
 * @param left pixels of the interval's beginning
 * @param width pixels of the interval, above 0
 */
public record Ruler(Interval interval, double left, double width) {
    public double x(Instant moment) {
        return x(moment.toEpochMilli());
    }

    public double x(long epochMilli) {
        return left + width * (epochMilli - interval.from().toEpochMilli()) / millis();
    }

    public Instant moment(double x) {
        double share = Math.clamp((x - left) / width, 0, 1);
        return interval.from().plusMillis(Math.round(share * millis()));
    }

    /** How far so much time is. */
    public double pixels(long millis) {
        return width * millis / millis();
    }

    public double right() {
        return left + width;
    }

    private double millis() {
        return Math.max(1, interval.length().toMillis());
    }
}
