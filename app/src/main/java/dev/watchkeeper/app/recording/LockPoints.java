package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.locks.BlockingForest;
import java.time.Instant;
import java.util.List;

/** The blocking forest in three numbers. */
final class LockPoints {
    private LockPoints() {}

    static List<Point> of(Snapshot<BlockingForest> snapshot) {
        BlockingForest forest = snapshot.value();
        Instant at = snapshot.takenAt();
        return List.of(
                new Point(Metric.LOCK_WAITERS, "", at, forest.waiting()),
                new Point(Metric.LOCK_ROOTS, "", at, forest.roots(at).size()),
                new Point(Metric.LOCK_WAIT, "", at, forest.longestWait(at).toMillis() / 1000.0));
    }
}
