package dev.watchkeeper.app.workbench;

import dev.watchkeeper.app.hosts.HostProbe;
import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.app.recording.Recorder;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.redis.connect.RedisServer;
import java.util.Optional;
import java.util.function.Function;

/** The servers that are recorded are those that everybody else looks at. */
record RecordedServers(PostgresServers all, RedisServers caches, Function<Target, HostProbe> hosts)
        implements Recorder.Servers {
    @Override
    public PostgresServer postgres(Target target) {
        return all.open(target);
    }

    @Override
    public RedisServer redis(Target target) {
        return caches.open(target);
    }

    @Override
    public Optional<Probe<HostsView>> host(Target target) {
        return HostProbe.suits(target) ? Optional.of(hosts.apply(target)) : Optional.empty();
    }
}
