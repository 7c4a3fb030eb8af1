package dev.watchkeeper.app.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.Poller;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.replication.Doors;
import dev.watchkeeper.postgres.replication.PostgresCluster;
import dev.watchkeeper.postgres.replication.Switching;
import dev.watchkeeper.postgres.replication.discovery.Ground;
import dev.watchkeeper.postgres.replication.discovery.Hints;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What looking at clusters costs: statements for each member, and processor time for fifty clusters of three. */
class ReplicationBenchmark {
    private static final int CLUSTERS = 50;
    private static final int REFRESHES = 20;
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(30);

    @Test
    void statementsAndProcessorTime() throws Exception {
        try (Lab lab = Lab.start(LabPlan.topology(LabPlan.NEWEST).setting("max_connections", "200"))) {
            statements(lab);
            lab.server(MemberRole.CASCADING_STANDBY).stop();
            lab.server(MemberRole.LOGICAL_SUBSCRIBER).stop();
            processorTime(lab);
        }
    }

    private static void statements(Lab lab) throws Exception {
        OwnDoors doors = new OwnDoors();
        PostgresCluster cluster = cluster(0, lab, doors);
        Probe<Topology> probe = cluster.probe();
        probe.read();
        for (var server : lab.servers()) {
            ask(server, "select count(*) from (select pg_stat_statements_reset()) one");
        }
        long start = System.nanoTime();
        for (int i = 0; i < REFRESHES; i++) {
            probe.read();
        }
        double millis = (System.nanoTime() - start) / 1e6 / REFRESHES;
        for (var server : lab.servers()) {
            long calls = ask(
                    server,
                    "select coalesce(sum(calls), 0) from pg_stat_statements where query not like '%pg_stat_statements%'"
                            + " and userid = (select oid from pg_roles where rolname = 'postgres')");
            Findings.report(
                    "replication: statements for one refresh on " + server.name(), (double) calls / REFRESHES, 3, "");
        }
        Findings.report("replication: one refresh of five members", millis, 1000, "ms");
        cluster.close();
    }

    private static void processorTime(Lab lab) throws SQLException {
        OwnDoors doors = new OwnDoors();
        List<PostgresCluster> clusters = new ArrayList<>();
        AtomicInteger fresh = new AtomicInteger();
        AtomicInteger whole = new AtomicInteger();
        try (Poller poller = new Poller(Clock.systemUTC())) {
            for (int i = 0; i < CLUSTERS; i++) {
                PostgresCluster cluster = cluster(i, lab, doors);
                clusters.add(cluster);
                poller.subscribe(cluster.probe(), INTERVAL, poll -> {
                    if (poll instanceof Poll.Fresh<Topology> one) {
                        fresh.incrementAndGet();
                        long connected = one.snapshot().value().nodes().stream()
                                .filter(node -> node.connected())
                                .count();
                        whole.addAndGet(connected >= 3 ? 1 : 0);
                    }
                });
            }
            // the first rounds find everybody, and compile
            LockSupport.parkNanos(INTERVAL.multipliedBy(4).toNanos());
            int before = fresh.get();
            int wholeBefore = whole.get();
            double console = consoleSeconds();
            double servers = serverSeconds(lab);
            LockSupport.parkNanos(MEASURED.toNanos());
            double seconds = MEASURED.toSeconds();
            Findings.say("replication: " + (fresh.get() - before) + " answers of " + CLUSTERS + " clusters, "
                    + (whole.get() - wholeBefore) + " of them whole, in " + MEASURED.toSeconds() + " s");
            Findings.report(
                    "replication: cores that the console takes for 50 clusters of 3 every 5 s",
                    (consoleSeconds() - console) / seconds,
                    0.5,
                    "");
            Findings.say(String.format(
                    "replication: cores that the three servers take for it together: %.3f",
                    (serverSeconds(lab) - servers) / seconds));
        } finally {
            clusters.forEach(PostgresCluster::close);
        }
    }

    private static PostgresCluster cluster(int number, Lab lab, Doors doors) {
        Target finder = target(
                "finder-" + number,
                new HostPort(lab.primary().host(), lab.primary().port()));
        return new PostgresCluster(
                new Ground(finder, Optional.empty(), doors, List.of(), Hints.none()), one -> new NoSwitching());
    }

    private static Target target(String name, HostPort address) {
        return Target.unsaved(
                name, new Endpoint(Engine.POSTGRESQL, List.of(address), "shop", "postgres", new LinkedHashMap<>()));
    }

    private static long ask(dev.watchkeeper.lab.postgres.PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double consoleSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private static double serverSeconds(Lab lab) {
        return lab.servers().stream()
                .filter(server -> server.isRunning())
                .flatMap(server -> ProcessHandle.of(server.pid()).stream())
                .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                .mapToDouble(one ->
                        one.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9)
                .sum();
    }

    private static final class NoSwitching implements Switching {
        @Override
        public List<Preflight> preflights() {
            return List.of();
        }

        @Override
        public Action switchover(String candidate) {
            throw new UnsupportedOperationException();
        }
    }

    /** Each cluster has connections of its own, as in the console. */
    private static final class OwnDoors implements Doors {
        private record Door(Target finder, HostPort address, String database) {}

        private final Map<Door, PostgresServer> open = new ConcurrentHashMap<>();

        @Override
        public PostgresServer door(Target finder, HostPort address, String database) {
            return open.computeIfAbsent(new Door(finder, address, database), door -> {
                Target found = Target.unsaved(
                        address.toString(),
                        new Endpoint(Engine.POSTGRESQL, List.of(address), database, "postgres", new LinkedHashMap<>()));
                PostgresServer server = new PostgresServer(found, Passwords.none());
                server.probeTimeout(INTERVAL.minusMillis(500));
                return server;
            });
        }

        @Override
        public void lend(Target finder, HostPort address) {
            // no password is asked
        }

        @Override
        public void shut(Target finder, HostPort address, String database) {
            PostgresServer server = open.remove(new Door(finder, address, database));
            if (server != null) {
                server.close();
            }
        }

        @Override
        public void close(Target finder) {
            open.keySet().stream()
                    .filter(door -> door.finder().equals(finder))
                    .toList()
                    .forEach(door -> shut(door.finder(), door.address(), door.database()));
        }
    }
}
