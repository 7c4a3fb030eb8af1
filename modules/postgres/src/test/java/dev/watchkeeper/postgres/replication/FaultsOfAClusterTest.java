package dev.watchkeeper.postgres.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.postgres.replication.member.WalReceiver;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One fault after the other on one cluster, each told, and, where it passes, gone again; the last one can't be undone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsOfAClusterTest {
    private Lab lab;
    private PostgresServer primary;
    private Finder finder;

    @BeforeAll
    void start() throws FaultException {
        lab = Lab.start(LabPlan.topology(LabPlan.NEWEST));
        primary = lab.primary();
        finder = Finder.at(lab.server(MemberRole.CASCADING_STANDBY));
    }

    @AfterAll
    void stop() {
        finder.close();
        lab.close();
    }

    @Test
    @Order(1)
    void aWalreceiverThatHangsIsTold() throws IOException, SQLException {
        Topology before = finder.until("all is there", seen -> seen.nodes().size() == 5);
        var standby =
                finder.cluster().member(Finder.node(before, "pg-shop-3").id()).orElseThrow();
        WalReceiver receiver =
                Objects.requireNonNull(Objects.requireNonNull(standby.reading()).receiver());
        signal(receiver.pid(), "STOP");
        try {
            write("while the walreceiver hangs");
            Topology silent = finder.until(
                    "its silence is told", seen -> Finder.alarmed(seen, "pg-shop-3 has said nothing to pg-shop-1 for"));

            Link link = Finder.linkTo(silent, "pg-shop-3");
            assertThat(link.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(link.lag().flushedBytes()).isPositive();
            assertThat(Finder.node(silent, "pg-shop-3").connected()).isTrue();
        } finally {
            signal(receiver.pid(), "CONT");
        }
        finder.until(
                "it goes on",
                seen -> !Finder.alarmed(seen, "pg-shop-3")
                        && Finder.linkTo(seen, "pg-shop-3").lag().idle());
    }

    @Test
    @Order(2)
    void aStandbyThatIsKilledStaysInThePictureAndComesBack() throws IOException, SQLException {
        PostgresServer standby = lab.server(MemberRole.SYNCHRONOUS_STANDBY);
        Topology before = finder.until("all is there", seen -> seen.nodes().size() == 5);
        String link = Finder.linkTo(before, "pg-shop-2").id();
        standby.kill();
        try {
            Topology gone = finder.until(
                    "it is gone, and commits hang",
                    seen -> !Finder.node(seen, "pg-shop-2").connected()
                            && Finder.alarmed(seen, "names nobody who is connected: commits hang"));

            assertThat(gone.nodes()).hasSize(5);
            assertThat(Finder.linkTo(gone, "pg-shop-2"))
                    .satisfies(one -> assertThat(one.state()).isEqualTo(Link.DOWN))
                    .satisfies(one -> assertThat(one.id()).isEqualTo(link))
                    .satisfies(one -> assertThat(one.slot()).isEqualTo("pg_shop_2"));
            assertThat(Finder.node(gone, "pg-shop-2").trouble()).isPresent();
            assertThat(gone.severity()).isEqualTo(Severity.CRITICAL);
        } finally {
            standby.start();
        }
        Topology back = finder.until(
                "it streams again",
                seen -> Finder.linkTo(seen, "pg-shop-2").state().equals("streaming"));
        assertThat(Finder.node(back, "pg-shop-2").syncState()).isEqualTo("sync");
        assertThat(Finder.alarmed(back, "commits hang")).isFalse();
    }

    @Test
    @Order(3)
    void aSlotThatNobodyUsesFillsTheDisk() throws IOException, SQLException {
        primary.execute("select pg_create_physical_replication_slot('dr_frankfurt_old', true)");
        try {
            write("what the slot keeps");
            Topology seen = finder.until(
                    "the slot keeps WAL",
                    one -> one.slots().stream()
                            .anyMatch(slot -> slot.name().equals("dr_frankfurt_old")
                                    && slot.retainedBytes() != null
                                    && slot.retainedBytes() > 0
                                    && slot.fullIn() != null));
            assertThat(seen.slots())
                    .filteredOn(slot -> slot.name().equals("dr_frankfurt_old"))
                    .allMatch(slot -> !slot.active() && slot.inactiveSince() != null);
        } finally {
            primary.execute("select pg_drop_replication_slot('dr_frankfurt_old')");
        }
    }

    @Test
    @Order(4)
    void aSubscriptionThatStopsIsTold() throws IOException, SQLException {
        PostgresServer subscriber = lab.server(MemberRole.LOGICAL_SUBSCRIBER);
        subscriber.execute("alter subscription sub_shop disable");
        try {
            Topology seen = finder.until("it is told", one -> Finder.alarmed(one, "sub_shop of pg-dwh-1 is disabled"));
            assertThat(Finder.linkTo(seen, "pg-dwh-1").kind().label()).isEqualTo("logical");
            finder.until(
                    "its link is down",
                    one -> Finder.linkTo(one, "pg-dwh-1").state().equals(Link.DOWN));
        } finally {
            subscriber.execute("alter subscription sub_shop enable");
        }
        finder.until("it goes on", one -> Finder.linkTo(one, "pg-dwh-1").state().equals("streaming"));
    }

    @Test
    @Order(5)
    void archivingThatFailsIsTold() throws IOException, SQLException {
        // on only at start; so look at what the server says of it when it is
        primary.execute("alter system set archive_mode = on");
        primary.execute("alter system set archive_command = 'false'");
        primary.restart();
        finder.until(
                "the primary is back", seen -> Finder.node(seen, "pg-shop-1").connected());
        primary.execute("select pg_switch_wal()");

        Topology failing = finder.until("it fails", seen -> Finder.alarmed(seen, "pg-shop-1 fails to archive"));
        assertThat(Finder.node(failing, "pg-shop-1").severity()).isNotEqualTo(Severity.NONE);

        primary.execute("alter system set archive_command = 'true'");
        primary.execute("select pg_reload_conf()");
        Topology archived = finder.until("it works again", seen -> !Finder.alarmed(seen, "fails to archive"));
        assertThat(Finder.node(archived, "pg-shop-1").lines().getLast()).contains("archived");
    }

    @Test
    @Order(6)
    void aStandbyThatLostItsSlotCantFollow() throws IOException, SQLException {
        PostgresServer standby = lab.server(MemberRole.ASYNCHRONOUS_STANDBY);
        primary.execute("alter system set max_slot_wal_keep_size = '1MB'");
        primary.execute("select pg_reload_conf()");
        standby.stop();
        for (int i = 0; i < 4; i++) {
            write("goes by");
            primary.execute("select pg_switch_wal()");
        }
        primary.execute("checkpoint");
        standby.start();

        Topology lost = finder.until(
                "it is told",
                seen -> Finder.alarmed(seen, "pg-shop-3 can't follow any more", "pg_shop_3")
                        && Finder.alarmed(seen, "slot pg_shop_3 of pg-shop-1 is lost"));
        assertThat(lost.slots())
                .filteredOn(slot -> slot.name().equals("pg_shop_3"))
                .allMatch(slot -> slot.walStatus().equals("lost") && slot.severity() == Severity.CRITICAL);
        assertThat(Finder.linkTo(lost, "pg-shop-3").state()).isEqualTo(Link.DOWN);
        primary.execute("alter system reset max_slot_wal_keep_size");
        primary.execute("select pg_reload_conf()");
    }

    @Test
    @Order(7)
    void anOldPrimaryThatComesBackIsASplitBrain() throws IOException, SQLException, FaultException {
        PostgresServer heir = lab.server(MemberRole.SYNCHRONOUS_STANDBY);
        primary.kill();
        finder.until("the primary is gone", seen -> Finder.alarmed(seen, "pg-shop-1 does not answer", "for"));
        heir.promote();
        heir.execute("alter system set synchronous_standby_names = ''");
        heir.execute("select pg_reload_conf()");
        heir.execute("insert into ledger_entries (account, amount) values ('only the heir has it', 1)");
        Topology after = finder.until(
                "the heir is the primary",
                seen -> Finder.node(seen, "pg-shop-2").role() == NodeRole.PRIMARY);
        assertThat(Finder.node(after, "pg-shop-2").identity().timeline()).isEqualTo(2);

        primary.start();
        primary.execute(
                "set synchronous_commit = local; insert into ledger_entries (account, amount) values ('only the old one has it', 1)");

        Topology split = finder.until("both are seen", seen -> Finder.alarmed(seen, "split brain", "both take writes"));
        Alarm alarm = Finder.alarm(split, "split brain", "both take writes").orElseThrow();
        assertThat(alarm.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alarm.text())
                .contains(
                        "pg-shop-2 (timeline 2, ",
                        "pg-shop-1 (timeline 1, ",
                        "they parted at ",
                        "that the other hasn't");
        assertThat(split.alarms().getFirst().severity()).isEqualTo(Severity.CRITICAL);

        // who looks only now finds the old one too, though nobody follows it and it follows nobody
        try (Finder another = Finder.at(heir)) {
            Topology seen = another.look();
            assertThat(Finder.alarmed(seen, "split brain")).isTrue();
        }
    }

    private void write(String account) throws SQLException {
        primary.execute("set synchronous_commit = local; insert into ledger_entries (account, amount) select '"
                + account + "', n from generate_series(1, 2000) n");
    }

    private static void signal(int pid, String name) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name, Integer.toString(pid))
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
