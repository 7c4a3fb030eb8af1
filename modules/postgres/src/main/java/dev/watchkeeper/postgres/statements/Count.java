package dev.watchkeeper.postgres.statements;

import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one entry had counted when it was read.
 *
 * @param sums since the entry began
 * @param since when it began; null before version 1.11 of the extension (PostgreSQL 17)
 */
record Count(
        StatementId id, StatementFigures sums, @Nullable Instant since) {
    /** Whether counters are lower than they were: then they are not the same counters. */
    boolean fellBelow(Count earlier) {
        StatementFigures was = earlier.sums;
        return sums.calls() < was.calls()
                || sums.execMs() < was.execMs()
                || sums.rows() < was.rows()
                || sums.sharedHit() < was.sharedHit()
                || sums.sharedRead() < was.sharedRead()
                || sums.walBytes() < was.walBytes();
    }
}
