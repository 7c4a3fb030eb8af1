package dev.watchkeeper.history;

import java.time.Duration;

/**
 * How long what is kept, and how much in all.
 *
 * @param fine as it was recorded: each second
 * @param minutes one value a minute
 * @param hours one value an hour
 * @param bytes if the store is larger than this, the oldest goes, whatever its age
 */
public record Retention(Duration fine, Duration minutes, Duration hours, long bytes) {
    /** Two hours in seconds, a week in minutes, a year in hours, 2 GB. */
    public static final Retention DEFAULT =
            new Retention(Duration.ofHours(2), Duration.ofDays(7), Duration.ofDays(366), 2_000_000_000L);
}
