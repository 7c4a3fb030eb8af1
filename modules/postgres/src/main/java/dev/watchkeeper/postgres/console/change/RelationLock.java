package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.postgres.locks.LockMode;

/**
 * A lock that a statement takes on a relation.
 *
 * @param relation as the statement names it
 * @param ofIndex the relation is an index, and the lock is on its table
 * @param work what is done while it is held; to the end of the transaction it is held anyway
 */
public record RelationLock(String relation, boolean ofIndex, LockMode mode, Work work) {
    RelationLock(String relation, LockMode mode, Work work) {
        this(relation, false, mode, work);
    }

    /** What others can't do to the relation meanwhile, as a clause: table 13.2 of PostgreSQL's documentation in words. */
    public String stops() {
        return switch (mode) {
            case ACCESS_SHARE, ROW_SHARE, ROW_EXCLUSIVE -> "stops nobody from reading and writing";
            case SHARE_UPDATE_EXCLUSIVE -> "others read and write; vacuum and changes of the table's definition wait";
            case SHARE, SHARE_ROW_EXCLUSIVE -> "others read; who writes, waits";
            case EXCLUSIVE -> "others read; who writes or locks rows, waits";
            case ACCESS_EXCLUSIVE -> "nobody reads or writes meanwhile";
        };
    }
}
