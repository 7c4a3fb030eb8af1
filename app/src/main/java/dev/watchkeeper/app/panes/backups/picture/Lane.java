package dev.watchkeeper.app.panes.backups.picture;

import dev.watchkeeper.backup.Backup;
import java.time.Instant;
import java.util.List;

/**
 * One row of the recovery timeline.
 *
 * @param marks single backups, in order of time
 * @param bars stretches of time, in order of time
 * @param rows how many rows its bars need, as those of one row must not lie upon each other
 */
public record Lane(String title, Look look, List<Mark> marks, List<Bar> bars, int rows) {
    public Lane {
        marks = List.copyOf(marks);
        bars = List.copyOf(bars);
    }

    /** How it is drawn. */
    public enum Look {
        /** Whole backups: blocks. */
        FULL,
        /** What builds on others: small blocks. */
        PART,
        /** The archive: a bar with gaps. */
        WAL,
        /** Dumps: dots. */
        DUMP,
        /** Redis' files: dots. */
        RDB,
        /** What can be had. */
        WINDOW
    }

    /** One backup, from its beginning to its end. */
    public record Mark(Instant from, Instant to, Backup backup, State state) {}

    /**
     * A stretch of time.
     *
     * @param gap whether something is missing there
     * @param words what stands on it or above it
     * @param brief the same where there is little room; may be empty
     */
    public record Bar(Instant from, Instant to, int row, boolean gap, String words, String brief) {}
}
