package dev.watchkeeper.history.frame;

import java.time.Duration;
import java.util.Optional;

/** How finely something is kept: as it was recorded, then rolled up to minutes, then to hours. */
public enum Grain {
    /** Each second; statements as they were read. */
    FINE(0, Duration.ofSeconds(1)),
    MINUTE(1, Duration.ofMinutes(1)),
    HOUR(2, Duration.ofHours(1));

    private final int number;
    private final long millis;

    Grain(int number, Duration step) {
        this.number = number;
        this.millis = step.toMillis();
    }

    /** As it stands in the store. */
    public int number() {
        return number;
    }

    /** A step's length. */
    public long millis() {
        return millis;
    }

    /** The beginning of the step in which a moment lies, both in ms since 1970. */
    public long floor(long moment) {
        return Math.floorDiv(moment, millis) * millis;
    }

    /** What it is rolled up to; empty for hours. */
    public Optional<Grain> coarser() {
        return switch (this) {
            case FINE -> Optional.of(MINUTE);
            case MINUTE -> Optional.of(HOUR);
            case HOUR -> Optional.empty();
        };
    }
}
