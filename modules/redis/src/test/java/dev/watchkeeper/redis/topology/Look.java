package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.redis.testing.OwnRedis;
import dev.watchkeeper.redis.testing.TestDoors;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks at a cluster from one of its members, in the words of the tests. */
final class Look implements AutoCloseable {
    private final RedisCluster cluster;

    Look(Target finder, Target... company) {
        this(new TestDoors(""), finder, company);
    }

    Look(TestDoors doors, Target finder, Target... company) {
        this.cluster = new RedisCluster(finder, List.of(company), doors, Clock.systemUTC());
    }

    RedisCluster cluster() {
        return cluster;
    }

    Topology once() throws FaultException {
        return cluster.probe().read().value();
    }

    /** Looks until it is so. */
    Topology until(String what, Predicate<Topology> condition) throws IOException, FaultException {
        Topology[] last = {Topology.EMPTY};
        OwnRedis.until(what, () -> {
            try {
                last[0] = once();
            } catch (FaultException e) {
                return false;
            }
            return condition.test(last[0]);
        });
        return last[0];
    }

    /** {@code primary 127.0.0.1:7000}, one a line, by role. */
    static String roles(Topology topology) {
        return topology.nodes().stream()
                .map(node -> node.role().label() + " " + node.id())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** {@code 127.0.0.1:7000 redis 127.0.0.1:7001}, one a line. */
    static String links(Topology topology) {
        return topology.links().stream()
                .map(link -> link.from() + " " + link.kind().label() + " " + link.to())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    static List<String> alarms(Topology topology, Severity severity) {
        return topology.alarms().stream()
                .filter(alarm -> alarm.severity() == severity)
                .map(Alarm::text)
                .toList();
    }

    static Node node(Topology topology, OwnRedis server) {
        return topology.node(server.address().toString()).orElseThrow();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
