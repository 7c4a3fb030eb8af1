package dev.watchkeeper.backup;

import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The WAL that was archived of one cluster into one place.
 *
 * @param place where it lies, for a person
 * @param cluster whose it is: for pgBackRest the stanza, for Barman the server; empty if nothing tells
 * @param systemId the cluster's system identifier
 * @param segmentBytes the size of a segment, unpacked
 * @param listed whether every segment was looked for; if not, only the first and the last are known, and gaps are not seen
 * @param stretches what is there without a gap, in order of timeline and segment
 * @param gaps what is missing between them, in the same order
 * @param branches where timelines left others, as history files tell
 * @param bytes what it takes where it lies; empty if not known
 * @param newestAt when its newest segment was archived
 */
public record WalArchive(
        BackupSource source,
        String place,
        Optional<String> cluster,
        Optional<String> systemId,
        long segmentBytes,
        boolean listed,
        List<Stretch> stretches,
        List<Gap> gaps,
        List<Branch> branches,
        Optional<Long> bytes,
        Optional<Instant> newestAt) {
    /** The usual size of a segment. */
    public static final long USUAL_SEGMENT = 16L << 20;

    public WalArchive {
        stretches = List.copyOf(stretches);
        gaps = List.copyOf(gaps);
        branches = List.copyOf(branches);
    }

    /** One with segments of the usual size, all of one timeline, whose every segment was looked for. */
    public WalArchive(
            BackupSource source,
            String place,
            List<Stretch> stretches,
            List<Gap> gaps,
            Optional<Long> bytes,
            Optional<Instant> newestAt) {
        this(
                source,
                place,
                Optional.empty(),
                Optional.empty(),
                USUAL_SEGMENT,
                true,
                stretches,
                gaps,
                List.of(),
                bytes,
                newestAt);
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

    /**
     * Where a timeline left another one: after a promotion, or a restore to a moment.
     *
     * @param lsn of its first own record, as a number of bytes
     */
    public record Branch(int timeline, int parent, long lsn) {}
}
