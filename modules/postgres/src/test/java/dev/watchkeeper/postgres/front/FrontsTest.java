package dev.watchkeeper.postgres.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.lab.debian.HaproxyServer;
import dev.watchkeeper.lab.debian.PatroniLab;
import dev.watchkeeper.lab.debian.PatroniNode;
import dev.watchkeeper.lab.debian.PgBouncerServer;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PlainConnections;
import dev.watchkeeper.postgres.haproxy.Haproxy;
import dev.watchkeeper.postgres.pgbouncer.PgBouncer;
import dev.watchkeeper.postgres.replication.member.MemberProbe;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Fronts;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** HAProxy and PgBouncer before a cluster: who is drawn where, and where a connection was seen to land. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(LabExtension.class)
class FrontsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private PatroniLab lab;
    private HaproxyServer haproxy;
    private PgBouncerServer bouncer;
    private Haproxy proxy;
    private PgBouncer pool;

    @BeforeAll
    void start(SharedLabs labs) throws IOException, SQLException, FaultException {
        Debian.needs("haproxy", "pgbouncer");
        lab = labs.patroni();
        haproxy = HaproxyServer.start(
                lab.folder(),
                lab.nodes().stream().map(HaproxyServer.Behind::node).toList(),
                "");
        bouncer = PgBouncerServer.start(
                lab.folder(),
                Map.of("postgres", "host=127.0.0.1 port=" + haproxy.writePort() + " dbname=postgres user=postgres"));
        proxy = new Haproxy(
                Fronts.target(
                        Engine.HAPROXY,
                        at(haproxy.statsPort()),
                        "",
                        Map.of(
                                "path",
                                HaproxyServer.PAGE,
                                "write",
                                "127.0.0.1:" + haproxy.writePort(),
                                "read",
                                "127.0.0.1:" + haproxy.readPort())),
                Passwords.none(),
                Routes.direct());
        pool = new PgBouncer(
                Fronts.target(Engine.PGBOUNCER, at(bouncer.port()), "postgres", Map.of()),
                Passwords.none(),
                Routes.direct());
    }

    @AfterAll
    void stop() throws IOException {
        if (bouncer != null) {
            proxy.close();
            pool.close();
            bouncer.close();
            haproxy.close();
        }
    }

    @Test
    void writesAndReadsAreDrawnWhereTheyLand() throws IOException, SQLException {
        PatroniNode leader = lab.settle();
        Topology topology = settled(leader);
        List<Link> routes = topology.links();
        String proxyId = at(haproxy.statsPort()).toString();
        assertThat(routes)
                .filteredOn(link -> link.name().equals("primary") && link.to().equals(id(leader)))
                .singleElement()
                .satisfies(link -> assertThat(link.details())
                        .anySatisfy(detail -> assertThat(detail.value())
                                .isEqualTo("a connection to :%d lands on %s (primary)"
                                        .formatted(haproxy.writePort(), leader.name()))));
        assertThat(routes)
                .filteredOn(link -> link.from().equals(at(bouncer.port()).toString()))
                .singleElement()
                .satisfies(link -> assertThat(link.to()).isEqualTo(proxyId));
        assertThat(topology.node(at(bouncer.port()).toString()).orElseThrow().lines())
                .contains("postgres → " + leader.name());
        assertThat(topology.alarms()).isEmpty();
    }

    @Test
    void writesThatLandOnAStandbyAreAnAlarm() throws IOException, SQLException, FaultException {
        PatroniNode leader = lab.settle();
        try (Haproxy wrong = new Haproxy(
                Fronts.target(
                        Engine.HAPROXY,
                        at(haproxy.statsPort()),
                        "",
                        Map.of("path", HaproxyServer.PAGE, "write", "127.0.0.1:" + haproxy.readPort())),
                Passwords.none(),
                Routes.direct())) {
            FrontSight sight = wrong.look();
            Topology topology =
                    new FrontPicture(behind(leader), List.of(sight), landings(List.of(sight))).on(Topology.EMPTY);
            assertThat(topology.alarms()).first().satisfies(alarm -> {
                assertThat(alarm.severity()).isEqualTo(Severity.CRITICAL);
                assertThat(alarm.text()).contains("a standby, which takes none").contains(":" + haproxy.readPort());
            });
        }
    }

    @Test
    void maintenanceAndNobodyUpAreSeen() throws IOException, SQLException {
        PatroniNode leader = lab.settle();
        try {
            haproxy.tell("set server primary/" + leader.name() + " state maint");
            // its last check of another one may be from when that was the leader
            Patience.until(
                    LIMIT,
                    "nobody is up behind primary",
                    () -> picture().alarms().stream()
                            .map(Alarm::text)
                            .anyMatch(text -> text.startsWith("no server is up behind primary")));
            assertThat(picture().links())
                    .filteredOn(
                            link -> link.name().equals("primary") && link.to().equals(id(leader)))
                    .extracting(Link::state)
                    .containsExactly("maint");
        } finally {
            haproxy.tell("set server primary/" + leader.name() + " state ready");
        }
    }

    @Test
    void theSocketSaysTheSameAsThePage() throws FaultException, IOException, SQLException {
        try (Haproxy bySocket = new Haproxy(
                Fronts.target(Engine.HAPROXY, new HostPort(haproxy.socket().toString(), 1), "", Map.of()),
                Passwords.none(),
                Routes.direct())) {
            // between two looks a check may have come late
            Patience.until(LIMIT, "both say the same", () -> routes(bySocket).equals(routes(proxy)));
            assertThat(routes(bySocket)).hasSize(2 * lab.nodes().size());
            assertThat(bySocket.look().routes())
                    .allSatisfy(route -> assertThat(route.to()).isNotNull());
        }
    }

    /** A picture in which HAProxy has seen who leads: a check that came late moves a server out of "up" for a moment. */
    private Topology settled(PatroniNode leader) throws IOException, SQLException {
        List<Topology> seen = new ArrayList<>();
        String proxyId = at(haproxy.statsPort()).toString();
        List<String> lines = List.of("writes → " + leader.name(), "reads → " + others(leader));
        Patience.until(LIMIT, "HAProxy has seen who leads", () -> {
            Topology topology = picture();
            seen.add(topology);
            Set<String> up = topology.links().stream()
                    .filter(link -> link.from().equals(proxyId) && link.state().equals("up"))
                    .map(link -> link.name() + " " + link.to())
                    .collect(Collectors.toSet());
            return topology.node(proxyId).orElseThrow().lines().equals(lines)
                    && up.equals(Set.copyOf(expected(leader)));
        });
        return seen.getLast();
    }

    private Topology picture() {
        try {
            List<FrontSight> sights = List.of(proxy.look(), pool.look());
            return new FrontPicture(behind(lab.settle()), sights, landings(sights)).on(Topology.EMPTY);
        } catch (FaultException | IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> routes(Haproxy asked) {
        try {
            return asked.look().routes().stream()
                    .map(route -> route.name() + " " + route.server() + " " + route.use())
                    .toList();
        } catch (FaultException e) {
            throw new IllegalStateException(e);
        }
    }

    /** New ones each time: nothing is remembered. */
    private static List<Landing> landings(List<FrontSight> sights) {
        Landings landings = new Landings((entry, database) -> new PlainConnections(
                Entrance.at(entry)
                        .database(database.isEmpty() ? "postgres" : database)
                        .target(),
                Passwords.none(),
                Routes.direct().to(Placement.NONE)));
        return landings.of(
                sights.stream().flatMap(sight -> sight.entries().stream()).toList());
    }

    private List<Behind> behind(PatroniNode leader) throws FaultException {
        List<Behind> behind = new ArrayList<>();
        for (PatroniNode node : lab.nodes()) {
            try (var server = Entrance.at(at(node.port())).open()) {
                MemberReading reading = new MemberProbe(server).read().value();
                behind.add(new Behind(
                        id(node),
                        node.name(),
                        Set.of(at(node.port())),
                        Set.of(node.name()),
                        reading.identity(),
                        node.equals(leader)));
            }
        }
        return behind;
    }

    private List<String> expected(PatroniNode leader) {
        List<String> ways = new ArrayList<>(List.of("primary " + id(leader)));
        lab.nodes().stream().filter(node -> !node.equals(leader)).forEach(node -> ways.add("replicas " + id(node)));
        return ways;
    }

    private String others(PatroniNode leader) {
        return String.join(
                ", ",
                lab.nodes().stream()
                        .filter(node -> !node.equals(leader))
                        .map(PatroniNode::name)
                        .toList());
    }

    private static String id(PatroniNode node) {
        return at(node.port()).toString();
    }

    private static HostPort at(int port) {
        return new HostPort("127.0.0.1", port);
    }
}
