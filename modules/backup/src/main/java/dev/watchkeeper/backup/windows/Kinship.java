package dev.watchkeeper.backup.windows;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.WalArchive;
import java.util.Optional;

/** Whether an archive holds the WAL of the cluster that was backed up. */
final class Kinship {
    private Kinship() {}

    /** By the system identifier where both tell it, else by where they lie. */
    static boolean belongs(Backup backup, WalArchive archive) {
        if (backup.systemId().isPresent() && archive.systemId().isPresent()) {
            return backup.systemId().equals(archive.systemId())
                    && (!backup.source().equals(archive.source()) || isOnePlace(backup, archive));
        }
        return backup.source().equals(archive.source())
                && (archive.cluster().isEmpty() || archive.cluster().equals(backup.database()));
    }

    /** pgBackRest restores a backup with the WAL of any of its repositories. */
    private static boolean isOnePlace(Backup backup, WalArchive archive) {
        return archive.cluster().isEmpty() || archive.cluster().equals(backup.database());
    }

    /** What tells the cluster from others. */
    static String cluster(Backup backup, WalArchive archive) {
        return backup.systemId()
                .or(archive::systemId)
                .or(() -> Optional.of(archive.source() + " " + archive.cluster().orElse("")))
                .get();
    }
}
