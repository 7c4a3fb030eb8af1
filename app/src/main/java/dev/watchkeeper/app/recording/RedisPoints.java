package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.redis.info.ServerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes points of what a Redis tells of itself: counters as rates since the look before. Not thread-safe. */
final class RedisPoints {
    private record Look(ServerInfo info, Instant at) {}

    private @Nullable Look before;

    List<Point> of(ServerInfo info, Instant at) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(Metric.REDIS_MEMORY, "", at, info.memory().used()));
        points.add(new Point(Metric.REDIS_CLIENTS, "", at, info.clients().connected()));
        info.keyspaces().forEach(one -> points.add(new Point(Metric.REDIS_KEYS, "db" + one.number(), at, one.keys())));
        info.replication().followers().forEach(replica -> {
            points.add(new Point(Metric.REPLAY_LAG_BYTES, replica.name(), at, replica.behind()));
            points.add(new Point(
                    Metric.REPLAY_LAG, replica.name(), at, replica.silent().toSeconds()));
        });
        Look last = before;
        if (last != null && info.uptime().compareTo(last.info().uptime()) >= 0) {
            rates(points, last, new Look(info, at));
        }
        before = new Look(info, at);
        return points;
    }

    private static void rates(List<Point> points, Look last, Look now) {
        ServerInfo.Traffic was = last.info().traffic();
        ServerInfo.Traffic is = now.info().traffic();
        double seconds = Duration.between(last.at(), now.at()).toNanos() / 1e9;
        long commands = is.commands() - was.commands();
        if (seconds > 0 && commands >= 0) {
            points.add(new Point(Metric.REDIS_COMMANDS, "", now.at(), commands / seconds));
        }
        long hits = is.hits() - was.hits();
        long misses = is.misses() - was.misses();
        if (hits >= 0 && misses >= 0 && hits + misses > 0) {
            points.add(new Point(Metric.REDIS_HITS, "", now.at(), (double) hits / (hits + misses)));
        }
    }
}
