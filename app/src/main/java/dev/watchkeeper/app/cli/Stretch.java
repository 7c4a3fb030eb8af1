package dev.watchkeeper.app.cli;

import java.time.Duration;
import java.util.Optional;

/**
 * Which stretch of time is wanted of a pane that counts over time, and how much of it.
 *
 * @param since so long, up to now, from the history
 * @param compare an earlier stretch, from the history
 * @param length how long is measured if the history is not asked
 * @param top how many rows; empty for the usual number
 */
record Stretch(Optional<Duration> since, Optional<Past> compare, Optional<Duration> length, Optional<Integer> top) {
    /** What one gets without saying anything. */
    static final Stretch USUAL = new Stretch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Duration MEASURE = Duration.ofSeconds(10);
    private static final int ROWS = 50;

    /** Whether nothing was said. */
    boolean isUsual() {
        return equals(USUAL);
    }

    /** Whether it lies in the past. */
    boolean isHistory() {
        return since.isPresent() || compare.isPresent();
    }

    int rows() {
        return top.orElse(ROWS);
    }

    /** How long a live measurement takes. */
    Duration measured() {
        return length.orElse(MEASURE);
    }

    /** How long the last interval of the history is: as said, or as long as the one that it is compared with. */
    Duration last() {
        return since.orElseGet(() -> compare.map(Past::length).orElse(MEASURE));
    }

    /** The same, measured so long; for one tick of several. */
    Stretch measuring(Duration every) {
        return new Stretch(since, compare, Optional.of(every), top);
    }
}
