package dev.watchkeeper.postgres.replication.drawing;

import java.time.Duration;

/** From where on something is worth a word. */
final class Limits {
    static final long LAG_BYTES = 32L << 20;
    static final long LAG_BYTES_CRITICAL = 1L << 30;
    static final Duration LAG = Duration.ofSeconds(5);
    static final Duration LAG_CRITICAL = Duration.ofMinutes(5);
    /** A lag that grew all the time is told from here on. */
    static final long GROWING_BYTES = 8L << 20;

    static final long RETAINED_BYTES = 1L << 30;
    static final long RETAINED_LONG_BYTES = 64L << 20;
    static final Duration INACTIVE_LONG = Duration.ofHours(1);
    static final Duration FULL_SOON = Duration.ofDays(2);
    static final Duration FULL_CRITICAL = Duration.ofHours(6);
    /** A standby that restarts leaves its slot for a moment. */
    static final Duration INACTIVE_SHORT = Duration.ofMinutes(1);

    static final int SEGMENTS_BEHIND = 4;
    static final int SEGMENTS_BEHIND_CRITICAL = 64;
    static final Duration ARCHIVE_CRITICAL = Duration.ofMinutes(15);

    private Limits() {}
}
