package dev.watchkeeper.postgres.replication;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.replication.discovery.Ground;
import dev.watchkeeper.postgres.replication.discovery.Hint;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.OpenDoors;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A cluster, looked at from one of its members. */
final class Finder implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final PostgresServer server;
    private final OpenDoors doors = new OpenDoors();
    private final PostgresCluster cluster;

    Finder(Entrance entrance) {
        this(entrance, List.of());
    }

    /** @param hints what somebody beside PostgreSQL knows */
    Finder(Entrance entrance, List<Hint> hints) {
        this.server = entrance.open();
        server.probeTimeout(Duration.ofSeconds(2));
        Ground ground = new Ground(entrance.target(), Optional.of(server), doors, List.of(), members -> hints);
        this.cluster = new PostgresCluster(ground, none -> new NoSwitching());
    }

    private record NoSwitching() implements Switching {
        @Override
        public List<Preflight> preflights() {
            return List.of();
        }

        @Override
        public Action switchover(String candidate) {
            throw new UnsupportedOperationException();
        }
    }

    static Finder at(dev.watchkeeper.lab.postgres.PostgresServer lab) {
        return new Finder(Entrance.to(lab));
    }

    PostgresCluster cluster() {
        return cluster;
    }

    OpenDoors doors() {
        return doors;
    }

    Topology look() throws FaultException {
        return cluster.probe().read().value();
    }

    /** Refreshes until it is so; fails with the last picture if it never is. */
    Topology until(String what, Predicate<Topology> condition) throws IOException, SQLException {
        Topology[] last = {Topology.EMPTY};
        try {
            Patience.until(LIMIT, what, () -> {
                try {
                    last[0] = look();
                    return condition.test(last[0]);
                } catch (FaultException e) {
                    return false;
                }
            });
        } catch (IOException e) {
            throw new IOException(e.getMessage() + ": " + last[0], e);
        }
        return last[0];
    }

    static Node node(Topology topology, String name) {
        return topology.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + topology));
    }

    /** The link that ends at this node. */
    static Link linkTo(Topology topology, String name) {
        String id = node(topology, name).id();
        return topology.links().stream()
                .filter(link -> link.to().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link to " + name + " in " + topology));
    }

    static boolean alarmed(Topology topology, String... words) {
        return alarm(topology, words).isPresent();
    }

    /** The alarm that has all these words. */
    static Optional<Alarm> alarm(Topology topology, String... words) {
        return topology.alarms().stream()
                .filter(alarm -> List.of(words).stream().allMatch(alarm.text()::contains))
                .findFirst();
    }

    @Override
    public void close() {
        cluster.close();
        server.close();
    }
}
