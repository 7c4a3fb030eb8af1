package dev.watchkeeper.app.recording;

import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.history.Batch;
import dev.watchkeeper.kernel.poll.Poller;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.redis.connect.RedisServer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps servers recorded: each is asked for what is worth keeping as long as it is not forgotten. Thread-safe. */
public final class Recorder implements AutoCloseable {
    /** Where the servers behind the targets are. */
    public interface Servers {
        PostgresServer postgres(Target target);

        RedisServer redis(Target target);

        /** Its hosts; empty if nobody said where it runs. */
        Optional<Probe<HostsView>> host(Target target);
    }

    private final Servers servers;
    private final Poller poller;
    private final Clock clock;
    private final Consumer<Batch> history;
    private final Map<Target, Recording> recordings = new HashMap<>();
    private boolean closed;

    /**
     * @param history takes what is to be kept, and does not block
     */
    public Recorder(Servers servers, Poller poller, Clock clock, Consumer<Batch> history) {
        this.servers = servers;
        this.poller = poller;
        this.clock = clock;
        this.history = history;
    }

    /** Whether there is anything to be recorded of this kind of server. */
    public static boolean suits(Target target) {
        return switch (target.endpoint().engine()) {
            case POSTGRESQL, REDIS -> true;
            case SENTINEL, PGBOUNCER, HAPROXY, PATRONI -> false;
        };
    }

    /**
     * Begins to record it, or goes on: the pace of the first call stays.
     *
     * @return empty if there is nothing to be recorded of this kind of server
     */
    public synchronized Optional<Recording> record(Target target, Pace pace) {
        if (closed || !suits(target)) {
            return Optional.empty();
        }
        return Optional.of(recordings.computeIfAbsent(target, one -> started(one, pace)));
    }

    private Recording started(Target target, Pace pace) {
        Recording recording = new Recording(poller, clock.instant());
        switch (target.endpoint().engine()) {
            case POSTGRESQL ->
                new PostgresRecorder(target.name(), servers.postgres(target), history).start(recording, pace);
            case REDIS -> RedisRecorder.start(recording, target.name(), servers.redis(target), pace, history);
            case SENTINEL, PGBOUNCER, HAPROXY, PATRONI -> {}
        }
        servers.host(target)
                .ifPresent(probe -> recording.ask(
                        probe,
                        pace.every(),
                        fresh -> history.accept(Batch.of(target.name())
                                .withPoints(HostPoints.of(fresh.snapshot().value())))));
        return recording;
    }

    /** Ends its recording; nothing if it is not recorded. */
    public synchronized void forget(Target target) {
        Recording gone = recordings.remove(target);
        if (gone != null) {
            gone.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        recordings.values().forEach(Recording::close);
        recordings.clear();
    }
}
