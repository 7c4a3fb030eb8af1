package dev.watchkeeper.postgres.console.change;

/** How long a lock is kept, by what is done under it. In the order of how much that is. */
public enum Work {
    /** The catalog only: a moment, once the lock is there. */
    MOMENT(""),
    SCANS("reads the whole table meanwhile"),
    BUILDS_INDEX("builds an index meanwhile"),
    REWRITES("writes the whole table anew meanwhile");

    private final String words;

    Work(String words) {
        this.words = words;
    }

    /** As a clause; empty for a moment's work. */
    public String words() {
        return words;
    }
}
