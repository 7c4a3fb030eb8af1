package dev.watchkeeper.backup.retention;

import java.time.Duration;

/**
 * How long backups are kept that no tool keeps account of: files and folders.
 *
 * @param all so long every one is kept
 * @param weekly so long the first of each week is; not shorter than {@code all}
 */
public record RetentionRules(Duration all, Duration weekly) {
    /** What the runbooks' tables demand: daily ones for 30 days, weekly ones for 90. */
    public static final RetentionRules USUAL = new RetentionRules(Duration.ofDays(30), Duration.ofDays(90));

    public RetentionRules {
        if (all.isNegative() || all.isZero()) {
            throw new IllegalArgumentException("something has to be kept");
        }
        weekly = weekly.compareTo(all) < 0 ? all : weekly;
    }
}
