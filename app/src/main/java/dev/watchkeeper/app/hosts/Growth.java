package dev.watchkeeper.app.hosts;

import dev.watchkeeper.history.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How what lies on a disk grows: the straight line through what was free, by least squares.
 *
 * @param bytesPerDay negative if it gets less
 * @param over how long it was watched
 */
public record Growth(double bytesPerDay, Duration over) {
    private static final Duration ENOUGH = Duration.ofHours(1);
    private static final int FEWEST = 4;
    private static final double DAY = 86_400;
    private static final Duration FAR = Duration.ofDays(365);

    /** Of free bytes over time; empty if it was watched for less than an hour. */
    public static Optional<Growth> of(List<Series.Bin> free) {
        if (free.size() < FEWEST) {
            return Optional.empty();
        }
        Instant start = free.getFirst().at();
        Duration over = Duration.between(start, free.getLast().at());
        if (over.compareTo(ENOUGH) < 0) {
            return Optional.empty();
        }
        double[] days = free.stream()
                .mapToDouble(bin -> Duration.between(start, bin.at()).toSeconds() / DAY)
                .toArray();
        double[] bytes = free.stream().mapToDouble(Series.Bin::mean).toArray();
        return Optional.of(new Growth(-slope(days, bytes), over));
    }

    private static double slope(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double both = 0;
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            both += (x[i] - meanX) * (y[i] - meanY);
            square += (x[i] - meanX) * (x[i] - meanX);
        }
        return both / square;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** When the disk is full if it goes on like that; empty if it does not grow, or in more than a year. */
    public Optional<Duration> fullIn(long freeBytes) {
        if (bytesPerDay <= 0) {
            return Optional.empty();
        }
        double seconds = freeBytes / bytesPerDay * DAY;
        return seconds > FAR.toSeconds() ? Optional.empty() : Optional.of(Duration.ofSeconds((long) seconds));
    }
}
