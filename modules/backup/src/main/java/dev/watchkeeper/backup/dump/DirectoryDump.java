package dev.watchkeeper.backup.dump;

import dev.watchkeeper.backup.reading.HostFile;
import dev.watchkeeper.backup.reading.Listing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A dump in directory format: a table of contents, and a file for each table. */
final class DirectoryDump {
    private static final String FORM = "directory";

    private DirectoryDump() {}

    /**
     * Puts one together.
     *
     * @param path of the folder; empty for the source's own
     * @param files in it
     */
    static Dump of(String path, List<HostFile> files, Listing listing) {
        byte[] toc = listing.heads().getOrDefault(path.isEmpty() ? "toc.dat" : path + "/toc.dat", new byte[0]);
        boolean unseen = toc.length == 0 && !listing.looked();
        DumpHead head = ArchiveHeader.isAt(toc, 0)
                ? ArchiveHeader.read(toc, 0)
                : DumpHead.of(FORM, unseen ? Optional.empty() : Optional.of("its toc.dat does not begin as one does"));
        return new Dump(
                path.isEmpty() ? "." : path,
                head,
                "",
                false,
                files.stream().mapToLong(HostFile::size).sum(),
                files.stream()
                        .map(HostFile::changedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                FORM);
    }
}
