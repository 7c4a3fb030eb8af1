package dev.watchkeeper.postgres.locks;

/**
 * The eight modes of heavyweight locks, and which of them exclude each other: table 13.2 of PostgreSQL's documentation,
 * "Conflicting Lock Modes".
 */
public enum LockMode {
    ACCESS_SHARE("AccessShareLock", 1 << 0, 0b1000_0000),
    ROW_SHARE("RowShareLock", 1 << 1, 0b1100_0000),
    ROW_EXCLUSIVE("RowExclusiveLock", 1 << 2, 0b1111_0000),
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", 1 << 3, 0b1111_1000),
    SHARE("ShareLock", 1 << 4, 0b1110_1100),
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", 1 << 5, 0b1111_1100),
    EXCLUSIVE("ExclusiveLock", 1 << 6, 0b1111_1110),
    ACCESS_EXCLUSIVE("AccessExclusiveLock", 1 << 7, 0b1111_1111);

    private final String label;
    private final int bit;
    /** The bits of all modes that this one excludes. */
    private final int conflicts;

    LockMode(String label, int bit, int conflicts) {
        this.label = label;
        this.bit = bit;
        this.conflicts = conflicts;
    }

    /** As {@code pg_locks.mode} writes it. */
    public String label() {
        return label;
    }

    /** Without the word Lock: {@code AccessExclusive}. */
    public String shortLabel() {
        return label.substring(0, label.length() - 4);
    }

    public boolean conflictsWith(LockMode other) {
        return (conflicts & other.bit) != 0;
    }

    /**
     * Reads {@code pg_locks.mode}.
     *
     * @throws IllegalArgumentException if there is no such mode
     */
    public static LockMode of(String label) {
        for (LockMode mode : values()) {
            if (mode.label.equals(label)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("no lock mode is called " + label);
    }
}
