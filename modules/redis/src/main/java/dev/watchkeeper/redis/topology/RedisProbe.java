package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.topology.Topology;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Draws the cluster, once a refresh. */
final class RedisProbe implements Probe<Topology> {
    private final Explorer explorer;
    private final Clock clock;

    RedisProbe(Explorer explorer, Clock clock) {
        this.explorer = explorer;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "replication";
    }

    @Override
    public Snapshot<Topology> read() throws FaultException {
        Field field = explorer.look();
        Optional<Sight> first = field.seen().stream()
                .filter(Seen::isHere)
                .flatMap(seen -> seen.last().stream())
                .findFirst();
        long bytes = field.seen().stream()
                .filter(Seen::isHere)
                .flatMap(seen -> seen.last().stream())
                .mapToLong(Sight::bytes)
                .sum();
        return new Snapshot<>(
                topology(field),
                first.map(Sight::at).orElseGet(clock::instant),
                first.map(Sight::version).orElse(new ServerVersion(0, "")),
                new Cost(0, bytes));
    }

    static Topology topology(Field field) {
        Alarms alarms = Alarms.of(field);
        return new Topology(Nodes.of(field, alarms), Links.of(field), List.of(), alarms.list());
    }
}
