package dev.watchkeeper.history.frame;

/** A number that was measured several times. */
public record PointSum(long samples, double sum, double min, double max) {
    /** Measured once. */
    public static PointSum of(double value) {
        return new PointSum(1, value, value, value);
    }

    public PointSum plus(PointSum other) {
        return new PointSum(
                samples + other.samples, sum + other.sum, Math.min(min, other.min), Math.max(max, other.max));
    }

    public double mean() {
        return sum / samples;
    }
}
