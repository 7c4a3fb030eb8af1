package dev.watchkeeper.backup;

import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The WAL that was archived of one cluster into one place.
 *
 * @param stretches what is there without a gap, in order of timeline and segment
 * @param gaps what is missing between them, in the same order
 * @param bytes what it takes where it lies; empty if not known
 * @param newestAt when its newest segment was archived
 */
public record WalArchive(
        BackupSource source,
        String place,
        List<Stretch> stretches,
        List<Gap> gaps,
        Optional<Long> bytes,
        Optional<Instant> newestAt) {
    public WalArchive {
        stretches = List.copyOf(stretches);
        gaps = List.copyOf(gaps);
    }

    /**
     * Segments of one timeline that follow each other.
     *
     * @param from when its first segment was archived
     * @param to when its last one was
     */
    public record Stretch(
            int timeline, String first, String last, long segments, Optional<Instant> from, Optional<Instant> to) {}

    /**
     * Segments that should be there.
     *
     * @param after when the last one before them was archived
     * @param before when the first one after them was
     */
    public record Gap(
            int timeline,
            String first,
            String last,
            long segments,
            Optional<Instant> after,
            Optional<Instant> before) {}
}
