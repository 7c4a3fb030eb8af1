package dev.watchkeeper.postgres.locks;

import dev.watchkeeper.postgres.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code locks.sql}: a contended lock, held or wanted.
 *
 * @param pid as {@code pg_locks} says it, a parallel worker's own; 0 for a prepared transaction
 * @param gid of a prepared transaction; else empty
 * @param since when the wait began; null if granted, or for an instant
 * @param blockingPids what {@code pg_blocking_pids} says of this waiter; null if it was not asked
 * @param prepared when the transaction was prepared
 * @param owner of the prepared transaction
 * @param database of the prepared transaction
 */
record LockRow(
        Lockable what,
        int pid,
        String gid,
        LockMode mode,
        boolean granted,
        @Nullable Instant since,
        @Nullable List<Integer> blockingPids,
        @Nullable Instant prepared,
        String owner,
        String database) {

    static LockRow read(Rows rows) throws SQLException {
        String tag = rows.text("tag");
        return new LockRow(
                new Lockable(rows.text("locktype"), rows.text("name"), tag),
                rows.integer("pid"),
                rows.text("gid"),
                LockMode.of(rows.text("mode")),
                rows.flag("granted"),
                rows.instantOrNull("waitstart"),
                rows.pidsOrNull("blocking_pids"),
                rows.instantOrNull("prepared"),
                rows.text("owner"),
                rows.text("prepared_database"));
    }

    /** The same, with what is known of its blockers. */
    LockRow withBlockers(List<Integer> pids) {
        return new LockRow(what, pid, gid, mode, granted, since, pids, prepared, owner, database);
    }
}
