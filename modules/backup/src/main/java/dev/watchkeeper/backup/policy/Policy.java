package dev.watchkeeper.backup.policy;

import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.ZoneId;
import java.util.List;

/** What is demanded of a server's backups. */
public final class Policy {
    public static Policy runbooks() {
        return new Policy();
    }
    /** Judges what there is by each rule that its sources can keep. */
    public List<Finding> judge(Catalog catalog, List<BackupSource> sources, ZoneId zone) {
        return List.of();
    }
}
