package dev.watchkeeper.app.cli;

/** What {@code watchkeeper backup --kind} knows. */
enum BackupKindWish {
    DUMP("dump"),
    GLOBALS("globals"),
    BASE("base"),
    PGBACKREST_FULL("pgbackrest-full"),
    PGBACKREST_DIFF("pgbackrest-diff"),
    PGBACKREST_INCR("pgbackrest-incr"),
    BARMAN("barman"),
    RDB("rdb");

    private final String label;

    BackupKindWish(String label) {
        this.label = label;
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return label;
    }
}
