package dev.watchkeeper.backup.wal;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A whole segment in an archive.
 *
 * @param bytes what it takes there
 * @param archivedAt the file's mtime; {@code cp} sets it when it copies, a copy that keeps it says when the segment was full
 */
public record WalFile(WalName name, long bytes, Optional<Instant> archivedAt) {
    /** Bare, compressed, or with pgBackRest's checksum. Not {@code .partial}: recovery does not ask for it. */
    private static final Pattern WHOLE =
            Pattern.compile("[0-9A-F]{24}(-[0-9a-f]{40})?(\\.(gz|zst|lz4|xz|bz2|lzo))?(\\.(gpg|age|enc))?");

    /** Reads a file's name without its folder; empty if it is no whole segment. */
    public static Optional<WalFile> of(String baseName, long bytes, Instant archivedAt) {
        return WHOLE.matcher(baseName).matches()
                ? WalName.of(baseName).map(name -> new WalFile(name, bytes, Optional.of(archivedAt)))
                : Optional.empty();
    }
}
