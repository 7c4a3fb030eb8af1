package dev.watchkeeper.postgres.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Subject;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.lab.debian.PatroniLab;
import dev.watchkeeper.lab.debian.PatroniNode;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.FakeServer;
import dev.watchkeeper.postgres.testing.Faulty;
import dev.watchkeeper.postgres.testing.Fronts;
import dev.watchkeeper.postgres.testing.Managed;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A cluster under Patroni, as it is found from several sides. */
@ExtendWith(LabExtension.class)
class ManagedClusterTest {
    @Test
    void patronisAddressIsEnough(SharedLabs labs) throws Exception {
        PatroniLab lab = labs.patroni();
        PatroniNode leader = lab.settle();
        try (Managed managed = Managed.from(patroni(lab.nodes().get(2), "postgres"))) {
            expectAll(lab, leader, managed.until("all are found", all -> isWhole(all, 3)), true);
        }
    }

    @Test
    void whoCantBeEnteredIsDrawnByPatronisWord(SharedLabs labs) throws Exception {
        PatroniLab lab = labs.patroni();
        PatroniNode leader = lab.settle();
        try (Managed managed = Managed.from(patroni(lab.nodes().getFirst(), "nobody_of_that_name"))) {
            // Patroni looks at its standbys once a loop
            Topology topology = managed.until("Patroni has seen both stream", ManagedClusterTest::allStream);
            expectAll(lab, leader, topology, false);
            assertThat(topology.nodes()).allSatisfy(node -> {
                assertThat(node.trouble())
                        .hasValueSatisfying(fault -> assertThat(fault.kind()).isEqualTo(FaultKind.DENIED));
                assertThat(node.identity().systemIdentifier()).isNotBlank();
                assertThat(node.identity().position()).isPositive();
                assertThat(node.version()).startsWith("15.");
            });
        }
    }

    @Test
    void oneMembersLineAndPatronisAddressGiveNames(SharedLabs labs) throws Exception {
        PatroniLab lab = labs.patroni();
        PatroniNode leader = lab.settle();
        PatroniNode standby = other(lab, leader);
        HostPort at = new HostPort(standby.host(), standby.port());
        try (Managed managed = Managed.at(Entrance.at(at), patroni(leader, ""))) {
            Topology topology = managed.until(
                    "all are found, with names",
                    all -> isWhole(all, 3) && all.nodes().getFirst().name().equals(leader.name()));
            expectAll(lab, leader, topology, true);
            assertThat(managed.preflight(standby.name()).verdict()).isNotEqualTo(Preflight.Verdict.REFUSED);
            assertThat(managed.preflight(leader.name()).refusal()).hasValue("it is the primary already");
        }
    }

    @Test
    void behindPatronisBackNothingIsSwitchedOver(SharedLabs labs) throws Exception {
        PatroniLab lab = labs.patroni();
        PatroniNode leader = lab.settle();
        HostPort at = new HostPort(leader.host(), leader.port());
        try (Managed managed = Managed.at(Entrance.at(at))) {
            managed.until("all are found", all -> isWhole(all, 3));
            String other = id(other(lab, leader));
            Fault fault = Faulty.of(() -> managed.cluster().switchover(other));
            assertThat(fault.kind()).isEqualTo(FaultKind.CONFLICT);
            assertThat(fault.message()).contains("started by Patroni");
        }
    }

    @Test
    void nofailoverIsRefused(SharedLabs labs) throws Exception {
        PatroniLab lab = labs.patroni();
        PatroniNode leader = lab.settle();
        PatroniNode tagged = other(lab, leader);
        tagged.tags(Map.of("nofailover", "true"));
        try (Managed managed = Managed.from(patroni(leader, "postgres"))) {
            managed.until(
                    "the tag is seen",
                    all -> all.node(id(tagged))
                            .filter(node -> node.lines().contains("nofailover"))
                            .isPresent());
            Preflight preflight = managed.preflight(tagged.name());
            assertThat(preflight.verdict()).isEqualTo(Preflight.Verdict.REFUSED);
            assertThat(preflight.refusal())
                    .hasValueSatisfying(why -> assertThat(why).startsWith("nofailover is set"));
            assertThat(Faulty.of(() -> managed.cluster().switchover(tagged.name()))
                            .kind())
                    .isEqualTo(FaultKind.CONFLICT);
            assertThat(lab.leader()).hasValue(leader);
        } finally {
            tagged.tags(Map.of());
        }
    }

    @Test
    void anApiThatHangsDelaysNobodyForLong(SharedLabs labs) throws Exception {
        PatroniLab lab = labs.patroni();
        PatroniNode leader = lab.settle();
        HostPort at = new HostPort(leader.host(), leader.port());
        try (FakeServer silent = FakeServer.silent();
                Managed managed = Managed.at(
                        Entrance.at(at),
                        Fronts.target(Engine.PATRONI, new HostPort("127.0.0.1", silent.port()), "", Map.of()))) {
            Topology topology = managed.until("all are found by SQL", all -> isWhole(all, 3));
            assertThat(topology.nodes()).allMatch(Node::connected);
        }
    }

    @Test
    void patroniIsPausedAndResumed(SharedLabs labs) throws Exception {
        PatroniLab lab = labs.patroni();
        PatroniNode leader = lab.settle();
        try (Managed managed = Managed.from(patroni(leader, "postgres"))) {
            Topology before = managed.until("all are found", all -> isWhole(all, 3));
            assertThat(offer(managed, before, id(leader), "promote").stream()).isEmpty();
            assertThat(offer(managed, before, id(other(lab, leader)), "promote")
                            .getFirst()
                            .whyNot())
                    .isPresent();
            try {
                run(managed, before, id(leader), "pause-patroni");
                Topology paused = managed.look();
                assertThat(paused.alarms())
                        .extracting(Alarm::text)
                        .anyMatch(text -> text.startsWith("Patroni is paused"));
                assertThat(managed.preflight(other(lab, leader).name()).against())
                        .anyMatch(text -> text.startsWith("Patroni is paused"));
            } finally {
                run(managed, managed.look(), id(leader), "resume-patroni");
            }
            assertThat(managed.look().alarms()).extracting(Alarm::text).noneMatch(text -> text.contains("paused"));
        }
    }

    @Test
    void aSwitchoverIsScheduledAndTakenBack(SharedLabs labs) throws Exception {
        PatroniLab lab = labs.patroni();
        PatroniNode leader = lab.settle();
        String standby = id(other(lab, leader));
        try (Managed managed = Managed.from(patroni(leader, "postgres"))) {
            Topology before = managed.until("all are found", all -> isWhole(all, 3));
            run(managed, before, standby, "schedule-switchover");
            Topology planned = managed.look();
            assertThat(planned.alarms()).extracting(Alarm::text).anyMatch(text -> text.startsWith("a switchover to "));
            run(managed, planned, standby, "unschedule-switchover");
            assertThat(managed.look().alarms()).extracting(Alarm::text).noneMatch(text -> text.contains("scheduled"));
        }
    }

    private static void run(Managed managed, Topology seen, String node, String name) throws FaultException {
        Offer offer = offer(managed, seen, node, name).getFirst();
        var action = offer.maker()
                .make(Map.of(
                        "at",
                        offer.questions().isEmpty()
                                ? ""
                                : offer.questions().getFirst().usual()));
        assertThat(action.statement()).startsWith("curl -s -X ").contains("http://127.0.0.1:");
        var outcome = action.run();
        assertThat(outcome.done()).as(outcome.message()).isTrue();
    }

    private static List<Offer> offer(Managed managed, Topology seen, String node, String name) {
        return managed.cluster().offers(seen, Subject.node(node)).stream()
                .filter(offer -> offer.name().equals(name))
                .toList();
    }

    private static boolean allStream(Topology topology) {
        return topology.links().size() == 2
                && topology.links().stream().allMatch(link -> link.state().equals("streaming"));
    }

    private static boolean isWhole(Topology topology, int nodes) {
        return topology.nodes().size() == nodes && topology.nodes().stream().allMatch(Node::connected);
    }

    private static void expectAll(PatroniLab lab, PatroniNode leader, Topology topology, boolean connected)
            throws IOException, SQLException {
        assertThat(topology.nodes()).extracting(Node::name).containsExactlyInAnyOrder("n1", "n2", "n3");
        assertThat(topology.nodes())
                .allSatisfy(node -> assertThat(node.connected()).isEqualTo(connected));
        Node first = topology.nodes().getFirst();
        assertThat(first.name()).isEqualTo(leader.name());
        assertThat(first.role()).isEqualTo(NodeRole.PRIMARY);
        assertThat(first.title()).isEqualTo("primary · leader");
        assertThat(topology.nodes())
                .extracting(node -> node.identity().timeline())
                .containsOnly(first.identity().timeline());
        assertThat(topology.links())
                .filteredOn(link -> link.kind() == LinkKind.PHYSICAL)
                .allSatisfy(link -> assertThat(link.state()).isEqualTo("streaming"))
                .extracting(Link::from, Link::to)
                .containsExactlyInAnyOrderElementsOf(lab.nodes().stream()
                        .filter(node -> !node.equals(leader))
                        .map(node -> tuple(id(leader), id(node)))
                        .toList());
    }

    private static PatroniNode other(PatroniLab lab, PatroniNode leader) {
        return lab.nodes().stream()
                .filter(node -> !node.equals(leader))
                .findFirst()
                .orElseThrow();
    }

    private static String id(PatroniNode node) {
        return node.host() + ":" + node.port();
    }

    private static Target patroni(PatroniNode node, String user) {
        return Target.unsaved(
                "patroni", new Endpoint(Engine.PATRONI, List.of(Fronts.api(node)), "", user, new LinkedHashMap<>()));
    }
}
