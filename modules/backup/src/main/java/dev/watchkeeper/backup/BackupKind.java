package dev.watchkeeper.backup;

import java.util.Locale;

/** What a backup is. */
public enum BackupKind {
    FULL,
    DIFF,
    INCR,
    DUMP,
    BASEBACKUP,
    WAL,
    RDB;

    /** As it stands in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
