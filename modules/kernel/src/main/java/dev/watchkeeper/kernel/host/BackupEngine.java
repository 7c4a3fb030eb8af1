package dev.watchkeeper.kernel.host;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who made a backup. */
public enum BackupEngine {
    PGBACKREST("pgBackRest"),
    BARMAN("Barman"),
    PG_DUMP("pg_dump"),
    PG_BASEBACKUP("pg_basebackup"),
    REDIS("Redis");

    private final String title;

    BackupEngine(String title) {
        this.title = title;
    }

    /** As its makers write it. */
    public String title() {
        return title;
    }

    /** As it stands in files and JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this label. */
    public static Optional<BackupEngine> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
