package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.postgres.pulse.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes points of pulses: positions as they are, counters as rates since the pulse before. Not thread-safe. */
final class PulsePoints {
    private @Nullable Pulse before;

    List<Point> of(Pulse now) {
        List<Point> points = new ArrayList<>();
        Pulse.Behind own = now.own();
        if (own != null) {
            behind(points, now.takenAt(), own);
        }
        now.standbys().forEach(standby -> behind(points, now.takenAt(), standby));
        now.slots()
                .forEach(slot -> points.add(new Point(Metric.SLOT_RETAINED, slot.slot(), now.takenAt(), slot.bytes())));
        if (before != null && before.startedAt().equals(now.startedAt())) {
            rates(points, before, now);
        }
        before = now;
        return points;
    }

    private static void behind(List<Point> points, Instant at, Pulse.Behind behind) {
        points.add(new Point(Metric.REPLAY_LAG_BYTES, behind.name(), at, behind.bytes()));
        points.add(new Point(Metric.REPLAY_LAG, behind.name(), at, behind.millis() / 1000.0));
    }

    private static void rates(List<Point> points, Pulse before, Pulse now) {
        double seconds = Duration.between(before.takenAt(), now.takenAt()).toNanos() / 1e9;
        if (seconds <= 0) {
            return;
        }
        rate(points, Metric.WAL_RATE, now, now.walPosition() - before.walPosition(), seconds);
        rate(points, Metric.COMMITS, now, now.commits() - before.commits(), seconds);
        rate(points, Metric.ROLLBACKS, now, now.rollbacks() - before.rollbacks(), seconds);
        long hit = now.blocksHit() - before.blocksHit();
        long read = now.blocksRead() - before.blocksRead();
        if (hit >= 0 && read >= 0 && hit + read > 0) {
            points.add(new Point(Metric.CACHE_HITS, "", now.takenAt(), (double) hit / (hit + read)));
        }
    }

    /** A counter that fell was reset: its rate is not known this time. */
    private static void rate(List<Point> points, Metric metric, Pulse now, long more, double seconds) {
        if (more >= 0) {
            points.add(new Point(metric, "", now.takenAt(), more / seconds));
        }
    }
}
