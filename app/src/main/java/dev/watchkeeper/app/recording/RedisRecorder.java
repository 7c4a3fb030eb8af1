package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.Batch;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.info.InfoProbe;
import java.util.function.Consumer;

/** Records a Redis. */
final class RedisRecorder {
    private RedisRecorder() {}

    static void start(Recording recording, String name, RedisServer server, Pace pace, Consumer<Batch> history) {
        RedisPoints points = new RedisPoints();
        recording.ask(
                new InfoProbe(server),
                pace.every(),
                fresh -> history.accept(Batch.of(name)
                        .withPoints(points.of(
                                fresh.snapshot().value(), fresh.snapshot().takenAt()))));
    }
}
