package dev.watchkeeper.backup.policy;

import java.time.Duration;

/**
 * One line of a profile.
 *
 * @param about what kind of backup it is about
 * @param words for a person
 * @param every how often there is to be one; whole days are days of the calendar
 * @param kept how far back they are to be there
 */
record Rule(About about, String words, Duration every, Duration kept) {
    private static final Duration DAY = Duration.ofDays(1);

    /** What a rule is about. */
    enum About {
        FULL,
        INCREMENTAL,
        WAL,
        S3,
        REDIS,
        DRILL
    }

    /** Whether days of the calendar are counted, not hours. */
    boolean isOfDays() {
        return every.compareTo(DAY) >= 0;
    }
}
