package dev.watchkeeper.app.workbench;

import dev.watchkeeper.app.recording.Recorder;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.redis.connect.RedisServer;

/** The servers that are recorded are those that everybody else looks at. */
record RecordedServers(PostgresServers all, RedisServers caches) implements Recorder.Servers {
    @Override
    public PostgresServer postgres(Target target) {
        return all.open(target);
    }

    @Override
    public RedisServer redis(Target target) {
        return caches.open(target);
    }
}
