package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.panes.backups.picture.Lineage;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.backup.Backup;

/**
 * One row of the catalog.
 *
 * @param fold whether others build on it, and whether these are shown
 * @param builders how many build on it
 * @param inside whether it stands below the one that it builds on
 * @param stale whether its source could not be read this time
 */
record BackupLine(Backup backup, Fold fold, int builders, boolean inside, boolean stale, Times times) {
    /** Whether rows belong to this one. */
    enum Fold {
        NONE("  "),
        OPEN("▼ "),
        CLOSED("▶ ");

        private final String sign;

        Fold(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    Lineage.Key key() {
        return Lineage.Key.of(backup);
    }

    /** Its name as it stands in the table. */
    String name() {
        String id = backup.id().replaceAll("\\p{Cntrl}", "␤");
        return inside ? "    " + own(id) : fold.sign() + id;
    }

    /** Below the one that it builds on the part of the name that says something new. */
    private String own(String id) {
        String head = backup.prior().orElse("").split("_", 2)[0];
        return !head.isEmpty() && id.startsWith(head + "_") ? "…" + id.substring(head.length()) : id;
    }
}
