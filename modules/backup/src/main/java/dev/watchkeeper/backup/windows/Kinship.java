package dev.watchkeeper.backup.windows;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.kernel.host.BackupSource;
import java.util.Optional;

/** Whether an archive holds the WAL of the cluster that was backed up. */
final class Kinship {
    private Kinship() {}

    /**
     * A tool restores with its own archive, of whatever repository. A base backup without an archive of its
     * own takes the WAL from anywhere, if it is of the same system identifier.
     */
    static boolean belongs(Backup backup, WalArchive archive) {
        boolean known = backup.systemId().isPresent() && archive.systemId().isPresent();
        if (known && !backup.systemId().equals(archive.systemId())) {
            return false;
        }
        if (backup.source().equals(archive.source())) {
            return archive.cluster().isEmpty() || archive.cluster().equals(backup.database());
        }
        return known
                && backup.source() instanceof BackupSource.BaseBackups base
                && base.wal().isEmpty();
    }

    /** What tells the cluster from others. */
    static String cluster(Backup backup, WalArchive archive) {
        return backup.systemId()
                .or(archive::systemId)
                .or(() -> Optional.of(archive.source() + " " + archive.cluster().orElse("")))
                .get();
    }
}
