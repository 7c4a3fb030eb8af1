package dev.watchkeeper.redis.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.redis.testing.Faulty;
import dev.watchkeeper.redis.testing.OwnRedis;
import dev.watchkeeper.redis.testing.RedisField;
import dev.watchkeeper.redis.testing.TestDoors;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From one server all the others, whichever it is and by whatever name it was called. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoundTest {
    private static final String PASSWORD = "of the group";

    private RedisField field;
    private OwnRedis primary;
    private OwnRedis replica;
    private OwnRedis chained;
    private List<OwnRedis> sentinels;

    @BeforeAll
    void start() throws IOException {
        field = RedisField.ofTheLab();
        primary = field.server("primary");
        replica = field.replica("replica", primary);
        chained = field.replica("chained", replica);
        sentinels = List.of(
                field.sentinel("sentinel-1", primary, 5_000),
                field.sentinel("sentinel-2", primary, 5_000),
                field.sentinel("sentinel-3", primary, 5_000));
        OwnRedis.until(
                "the sentinels know one another",
                () -> sentinels.stream()
                        .allMatch(sentinel -> sentinel.says("slaves=1,sentinels=3", "INFO", "sentinel")));
        OwnRedis.until("all follow", () -> chained.says("master_link_status:up", "INFO", "replication"));
    }

    @AfterAll
    void stop() throws IOException {
        field.close();
    }

    @Test
    void fromEachOfThemTheSameAtTheFirstLook() throws FaultException {
        for (OwnRedis finder : List.of(chained, replica, primary, sentinels.get(1))) {
            try (Look look = new Look(finder.target())) {
                Topology topology = look.once();

                assertThat(Look.roles(topology)).as("from %s", finder.address()).isEqualTo(roles());
                assertThat(Look.links(topology)).as("from %s", finder.address()).isEqualTo(links());
                assertThat(Look.alarms(topology, Severity.CRITICAL)).isEmpty();
            }
        }
    }

    private String roles() {
        return lines(
                "primary " + primary.address(),
                "replica " + replica.address(),
                "replica " + chained.address(),
                "sentinel " + sentinels.get(0).address(),
                "sentinel " + sentinels.get(1).address(),
                "sentinel " + sentinels.get(2).address());
    }

    private String links() {
        return lines(
                primary.address() + " redis " + replica.address(),
                replica.address() + " redis " + chained.address(),
                sentinels.get(0).address() + " watch " + primary.address(),
                sentinels.get(1).address() + " watch " + primary.address(),
                sentinels.get(2).address() + " watch " + primary.address());
    }

    private static String lines(String... lines) {
        return Stream.of(lines).sorted().collect(Collectors.joining("\n"));
    }

    @Test
    void whatItIsMadeOf() throws FaultException, IOException {
        primary.ask("SET", "key", "value");
        try (Look look = new Look(primary.target())) {
            Topology topology = look.until(
                    "the replica has it",
                    one -> Look.node(one, replica).lines().getFirst().startsWith("0 B behind"));
            Node node = Look.node(topology, primary);

            assertThat(node.connected()).isTrue();
            assertThat(node.version()).startsWith("6.2");
            assertThat(node.identity().systemIdentifier()).hasSize(40);
            assertThat(node.identity().position()).isPositive();
            assertThat(Look.node(topology, chained).title()).isEqualTo("replica · of a replica");
            assertThat(topology.links())
                    .filteredOn(link -> link.kind() == LinkKind.REDIS)
                    .allSatisfy(link -> {
                        assertThat(link.state()).isEqualTo("online");
                        assertThat(link.lag().replayedBytes()).isZero();
                    });
        }
    }

    @Test
    void theSameServerUnderTwoNamesIsOne() throws FaultException {
        Target byName = at(Engine.REDIS, new HostPort("localhost", primary.port()));
        try (Look look = new Look(byName)) {
            Topology topology = look.once();

            assertThat(topology.nodes()).hasSize(6);
            assertThat(topology.nodes())
                    .filteredOn(node -> node.role() == NodeRole.PRIMARY)
                    .singleElement()
                    .satisfies(node -> assertThat(node.id()).isEqualTo("localhost:" + primary.port()));
            assertThat(topology.links())
                    .filteredOn(link -> link.kind() == LinkKind.WATCH)
                    .hasSize(3);
        }
    }

    @Test
    void anotherPrimaryNameOrNoSentinelAtAll() {
        Target wrong = Target.unsaved(
                "wrong",
                new Endpoint(
                        Engine.SENTINEL,
                        List.of(sentinels.getFirst().address()),
                        "other",
                        "default",
                        new LinkedHashMap<>()));
        try (Look look = new Look(wrong)) {
            assertThat(Faulty.of(look::once).sentence()).contains("no primary called other", "cache");
        }
        try (Look look = new Look(at(Engine.SENTINEL, primary.address()))) {
            assertThat(Faulty.of(look::once).sentence()).contains("is no sentinel", "redis://");
        }
    }

    @Test
    void announcedAddressesThatAreNotReachableFromHere() throws IOException, FaultException {
        OwnRedis head = field.server("head", "replica-announce-ip 10.77.0.1");
        OwnRedis hidden = field.replica("hidden", head, "replica-announce-ip 10.77.0.2", "replica-announce-port 6379");
        OwnRedis.until("it follows", () -> hidden.says("master_link_status:up", "INFO", "replication"));
        Target mapped = head.target(Engine.REDIS, "default", "addresses", "10.77.0.2:6379=127.0.0.1:" + hidden.port());
        try (Look look = new Look(mapped)) {
            Topology topology = look.once();

            assertThat(Look.roles(topology))
                    .isEqualTo(lines("primary " + head.address(), "replica " + hidden.address()));
            assertThat(Look.node(topology, hidden).details())
                    .anySatisfy(detail -> assertThat(detail.value()).isEqualTo("10.77.0.2:6379"));
        }
    }

    @Test
    void aPasswordGoesOnlyWhereItIsLent() throws IOException, FaultException {
        OwnRedis head = field.server("guarded", "requirepass \"" + PASSWORD + "\"", "masterauth \"" + PASSWORD + "\"");
        OwnRedis follower =
                field.replica("follower", head, "requirepass \"" + PASSWORD + "\"", "masterauth \"" + PASSWORD + "\"");
        TestDoors doors = new TestDoors(PASSWORD);
        doors.lend(head.target(), head.address());
        try (Look look = new Look(doors, head.target())) {
            Topology before =
                    look.until("the replica is there", one -> one.nodes().size() == 2);
            Node found = Look.node(before, follower);
            assertThat(found.connected()).isFalse();
            assertThat(found.trouble())
                    .hasValueSatisfying(fault -> assertThat(fault.message()).contains("wants a password"));
            assertThat(before.links()).singleElement().extracting(Link::to).isEqualTo(found.id());

            look.cluster().lend(found.id());

            assertThat(Look.node(look.once(), follower).connected()).isTrue();
        }
    }

    @Test
    void whereOnlyTheSentinelLetsInItsWordIsTaken() throws IOException, FaultException {
        String[] closed = {"requirepass \"" + PASSWORD + "\"", "masterauth \"" + PASSWORD + "\""};
        OwnRedis head = field.server("closed-head", closed);
        OwnRedis follower = field.replica("closed-follower", head, closed);
        OwnRedis sentinel =
                field.sentinel("open-sentinel", head, 5_000, "sentinel auth-pass cache \"" + PASSWORD + "\"");
        try (Look look = new Look(sentinel.target())) {
            Topology topology = look.until(
                    "the link is up by the sentinel's word",
                    one -> one.links().stream()
                            .anyMatch(
                                    link -> link.to().equals(follower.address().toString())
                                            && link.state().equals("up")));

            assertThat(Look.alarms(topology, Severity.CRITICAL))
                    .as("nobody is down")
                    .noneSatisfy(
                            text -> assertThat(text).contains(head.address().toString()));
            assertThat(Look.alarms(topology, Severity.WARNING))
                    .anySatisfy(
                            text -> assertThat(text).contains("the primary " + head.address() + " wants a password"));
        }
    }

    @Test
    void aServerThatHangsIsShownAndTheOthersAreThere() throws IOException, FaultException {
        OwnRedis head = field.server("busy");
        OwnRedis hanging = field.replica("hanging", head);
        try (Look look = new Look(head.target())) {
            look.until("both are there", one -> one.nodes().size() == 2);
            hanging.signal("STOP");
            Topology topology = look.once();
            hanging.signal("CONT");

            assertThat(Look.node(topology, head).connected()).isTrue();
            assertThat(Look.node(topology, hanging).connected()).isFalse();
            assertThat(topology.alarms())
                    .anySatisfy(alarm -> assertThat(alarm.text()).contains(hanging.address() + " does not answer"));
        }
    }

    private static Target at(Engine engine, HostPort address) {
        return Target.unsaved(
                address.toString(), new Endpoint(engine, List.of(address), "", "default", new LinkedHashMap<>()));
    }
}
