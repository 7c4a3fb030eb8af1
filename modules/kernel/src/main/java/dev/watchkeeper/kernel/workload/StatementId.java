package dev.watchkeeper.kernel.workload;

/**
 * A normalised statement of one role in one database, by names, so that it is still the same after a dump and restore.
 *
 * @param database name; {@code oid 16400} if it is gone
 * @param role name; {@code oid 10} if it is gone
 * @param queryId as the server computes it; another major version computes another one
 * @param topLevel false if a function or procedure ran it
 */
public record StatementId(String database, String role, long queryId, boolean topLevel) {
    /** Stands for all statements that are not told apart: what a store leaves out of an interval's long tail. */
    public static final StatementId OTHERS = new StatementId("", "", 0, true);

    public boolean isOthers() {
        return equals(OTHERS);
    }
}
