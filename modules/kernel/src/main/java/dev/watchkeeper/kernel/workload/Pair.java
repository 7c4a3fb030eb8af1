package dev.watchkeeper.kernel.workload;

import dev.watchkeeper.kernel.workload.Change.Kind;
import java.time.Duration;

/** What belongs together of two intervals. */
record Pair(StatementId id, StatementId formerId, StatementFigures before, StatementFigures after) {
    Change change(Kind kind, Duration lengthBefore, Duration lengthAfter) {
        return new Change(kind, id, formerId, before, after, lengthBefore, lengthAfter);
    }
}
