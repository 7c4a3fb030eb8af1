package dev.watchkeeper.postgres.statements;

import dev.watchkeeper.postgres.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when, and as whom, it is counted.
 *
 * @param at the server's clock
 * @param started when the postmaster started; another server has another start
 * @param reset when all was set back to zero, {@link #NEVER} if not since the counters were made
 * @param dealloc how often seldom used entries were thrown out since then
 * @param seesAll whether the role sees other roles' statements
 */
record Counting(Instant at, Instant started, Instant reset, long dealloc, boolean seesAll) {
    /** The server's zero. */
    static final Instant NEVER = Instant.parse("2000-01-01T00:00:00Z");

    static Counting of(Rows rows) throws SQLException {
        return new Counting(
                known(rows.instantOrNull("at")),
                known(rows.instantOrNull("started")),
                known(rows.instantOrNull("stats_reset")),
                rows.number("dealloc"),
                rows.flag("sees_all"));
    }

    private static Instant known(@Nullable Instant instant) {
        return instant == null ? NEVER : instant;
    }
}
