package dev.watchkeeper.postgres.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.process.FreePorts;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From any one member all others, and every link between them. */
@ExtendWith(LabExtension.class)
class WholeClusterTest {
    private final Lab lab;

    WholeClusterTest(SharedLabs labs) {
        this.lab = labs.topology();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PRIMARY", "SYNCHRONOUS_STANDBY", "CASCADING_STANDBY", "LOGICAL_SUBSCRIBER"},
            value = MemberRole.class)
    void isFoundFromOneMemberAlone(MemberRole role) throws FaultException {
        try (Finder finder = Finder.at(lab.server(role))) {
            everythingIsThere(finder.look());
        }
    }

    @Test
    void oneServerUnderTwoNamesIsOneNode() throws FaultException {
        var primary = lab.primary();
        HostPort socket = new HostPort(primary.socketFolder().toString(), primary.port());
        try (Finder finder = new Finder(Entrance.at(socket).database("shop"))) {
            Topology seen = finder.look();

            everythingIsThere(seen);
            assertThat(Finder.node(seen, "pg-shop-1").id()).isEqualTo(socket.toString());
            assertThat(finder.doors().open()).as("no second connection is kept").isEqualTo(4);
        }
    }

    @Test
    void anotherDatabaseIsTakenWhereTheFindersIsMissing() throws FaultException {
        // neither the primary nor the standbys have the warehouse's database
        try (Finder finder = new Finder(Entrance.to(lab.server(MemberRole.LOGICAL_SUBSCRIBER)))) {
            assertThat(finder.look().nodes()).hasSize(5).allMatch(Node::connected);
        }
    }

    @Test
    void aMonitorFindsSubscribersWhoseConnectionStringsItMayNotSee() throws FaultException, SQLException, IOException {
        var subscriber = lab.server(MemberRole.LOGICAL_SUBSCRIBER);
        String create = "create role overseer login in role pg_monitor";
        lab.primary().execute(create);
        subscriber.execute(create);
        try (Finder fromAbove = new Finder(Entrance.to(lab.primary()).user("overseer"));
                Finder fromBelow = new Finder(Entrance.to(subscriber).user("overseer"))) {
            everythingIsThere(fromAbove.until(
                    "the role is everywhere",
                    seen -> seen.nodes().size() == 5 && seen.nodes().stream().allMatch(Node::connected)));
            everythingIsThere(fromBelow.look());
        } finally {
            lab.primary().execute("drop role overseer");
            subscriber.execute("drop role overseer");
        }
    }

    @Test
    void aRoleWithoutRightsIsToldWhatItDoesNotSee() throws FaultException {
        try (Finder finder = new Finder(Entrance.to(lab.primary()).user("app_ro"))) {
            Topology seen = finder.look();

            assertThat(seen.nodes())
                    .extracting(Node::name, Node::connected)
                    .containsExactlyInAnyOrder(
                            tuple("pg-shop-1", true),
                            tuple("pg-shop-2", true),
                            tuple("pg-shop-3", true),
                            tuple("pg-dr-1", true),
                            // whose it is can't be seen, and is not guessed
                            tuple("pg-dwh-1", false));
            assertThat(Finder.node(seen, "pg-dwh-1").id()).isEqualTo("pg-dwh-1@127.0.0.1");
            assertThat(Finder.linkTo(seen, "pg-shop-3").from())
                    .isEqualTo(Finder.node(seen, "pg-shop-1").id());
            assertThat(Finder.linkTo(seen, "pg-shop-3").lag().replayedBytes()).isZero();
            assertThat(Finder.alarm(seen, "app_ro", "does not see"))
                    .hasValueSatisfying(alarm -> assertThat(alarm.advice()).contains("grant pg_monitor to \"app_ro\""));
        }
    }

    @Test
    void aFinderThatIsNotThereIsAFault() throws IOException {
        HostPort nobody = new HostPort("127.0.0.1", new FreePorts().next());
        try (Finder finder = new Finder(Entrance.at(nobody))) {
            assertThat(Faulty.of(finder::look).kind()).isEqualTo(FaultKind.UNREACHABLE);
        }
    }

    @Test
    void whatAStandbyLacksIsCounted() throws FaultException, SQLException, IOException {
        var standby = lab.server(MemberRole.CASCADING_STANDBY);
        try (Finder finder = Finder.at(lab.primary())) {
            standby.execute("select pg_wal_replay_pause()");
            try {
                lab.primary().execute("insert into ledger_entries (account, amount) values ('lag', 1)");
                Topology paused = finder.until(
                        "the cascading standby is behind",
                        seen -> behind(seen, "pg-dr-1") > 0
                                && Finder.linkTo(seen, "pg-dr-1").lag().replayMillis() != null);

                assertThat(Finder.alarmed(paused, "replay is paused on pg-dr-1"))
                        .isTrue();
                assertThat(Finder.node(paused, "pg-dr-1").lines()).contains("replay is paused");
                long before = millis(paused);
                finder.until("its lag grows", seen -> millis(seen) > before + 200);
            } finally {
                standby.execute("select pg_wal_replay_resume()");
            }
            Topology idle = finder.until("it is idle", seen -> behind(seen, "pg-dr-1") == 0);
            assertThat(Finder.linkTo(idle, "pg-dr-1").lag().replayMillis()).isNull();
            assertThat(Finder.alarmed(idle, "paused")).isFalse();
        }
    }

    private static long behind(Topology seen, String name) {
        Long bytes = Finder.linkTo(seen, name).lag().replayedBytes();
        return bytes == null ? -1 : bytes;
    }

    private static long millis(Topology seen) {
        Long millis = Finder.linkTo(seen, "pg-dr-1").lag().replayMillis();
        return millis == null ? 0 : millis;
    }

    private static void everythingIsThere(Topology seen) {
        assertThat(seen.nodes())
                .extracting(Node::name, Node::role, Node::title, Node::connected, Node::syncState)
                .containsExactlyInAnyOrder(
                        tuple("pg-shop-1", NodeRole.PRIMARY, "primary", true, ""),
                        tuple("pg-shop-2", NodeRole.STANDBY, "standby · sync", true, "sync"),
                        tuple("pg-shop-3", NodeRole.STANDBY, "standby · async", true, "async"),
                        tuple("pg-dr-1", NodeRole.STANDBY, "standby · cascade", true, "async"),
                        tuple("pg-dwh-1", NodeRole.SUBSCRIBER, "subscriber", true, ""));
        assertThat(seen.links())
                .extracting(
                        link -> name(seen, link.from()),
                        link -> name(seen, link.to()),
                        Link::kind,
                        Link::state,
                        Link::slot,
                        Link::name)
                .containsExactlyInAnyOrder(
                        tuple("pg-shop-1", "pg-shop-2", LinkKind.PHYSICAL, "streaming", "pg_shop_2", "pg-shop-2"),
                        tuple("pg-shop-1", "pg-shop-3", LinkKind.PHYSICAL, "streaming", "pg_shop_3", "pg-shop-3"),
                        tuple("pg-shop-3", "pg-dr-1", LinkKind.PHYSICAL, "streaming", "pg_dr_1", "pg-dr-1"),
                        tuple("pg-shop-1", "pg-dwh-1", LinkKind.LOGICAL, "streaming", "sub_shop", "sub_shop"));
        assertThat(seen.slots())
                .extracting(slot -> name(seen, slot.node()), Slot::name, Slot::type, Slot::active)
                .contains(
                        tuple("pg-shop-1", "pg_shop_2", "physical", true),
                        tuple("pg-shop-3", "pg_dr_1", "physical", true),
                        tuple("pg-shop-1", "sub_shop", "logical", true));
    }

    private static String name(Topology seen, String id) {
        return seen.node(id).orElseThrow().name();
    }
}
