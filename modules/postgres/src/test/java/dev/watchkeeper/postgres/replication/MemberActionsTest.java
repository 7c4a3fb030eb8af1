package dev.watchkeeper.postgres.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Subject;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.postgres.replication.discovery.Hint;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import dev.watchkeeper.postgres.testing.MemoryAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What can be done to members, each tried, each refused where it must be; on the oldest version. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MemberActionsTest {
    private final MemoryAudit audit = new MemoryAudit();
    private Lab lab;
    private PostgresServer primary;
    private Finder finder;

    @BeforeAll
    void start() throws FaultException, IOException, SQLException {
        lab = Lab.start(LabPlan.topology(LabPlan.OLDEST));
        primary = lab.primary();
        finder = Finder.at(primary);
        finder.until(
                "all is there", seen -> seen.nodes().size() == 5 && seen.links().size() == 4);
    }

    @AfterAll
    void stop() {
        finder.close();
        lab.close();
    }

    @Test
    @Order(0)
    void whoRefusesTheLoginIsAskedAgainOnlyWhenSomebodyWantsIt() throws FaultException, SQLException, IOException {
        Path hba = primary.dataFolder().resolve("pg_hba.conf");
        String open = Files.readString(hba);
        Files.writeString(hba, "host all app_ro 127.0.0.1/32 reject\n" + open);
        primary.execute("select pg_reload_conf()");
        Entrance entrance =
                Entrance.to(lab.server(MemberRole.SYNCHRONOUS_STANDBY)).user("app_ro");
        // its conninfo is hidden from app_ro, so somebody has to name the primary
        HostPort address = new HostPort(primary.host(), primary.port());
        try (Finder reader = new Finder(entrance, List.of(new Hint("billing-1", address, "leader")))) {
            Topology refused = reader.until(
                    "the primary refuses",
                    seen -> Finder.alarmed(seen, "billing-1 is not entered", "app_ro")
                            && !Finder.node(seen, "billing-1").connected());
            assertThat(Finder.node(refused, "billing-1").trouble().orElseThrow().kind())
                    .isEqualTo(FaultKind.DENIED);

            Files.writeString(hba, open);
            primary.execute("select pg_reload_conf()");
            assertThat(Finder.node(reader.look(), "billing-1").connected()).isFalse();

            reader.cluster().lend(address.toString());
            Topology entered = reader.until(
                    "it lets us in", seen -> Finder.node(seen, "billing-1").connected());
            assertThat(reader.doors().lent()).contains(address);
            assertThat(Finder.node(entered, "billing-1").title()).isEqualTo("primary · leader");
        }
    }

    @Test
    @Order(1)
    void replayIsPausedAndResumed() throws FaultException, SQLException {
        PostgresServer standby = lab.server(MemberRole.ASYNCHRONOUS_STANDBY);
        Action pause = make("pg-shop-3", "pause-replay", Map.of());
        assertThat(pause.preview()).contains("pauses replay on pg-shop-3");

        assertThat(audit.desk().run(pause).done()).isTrue();

        try (Client observer = Client.enter(standby)) {
            assertThat(observer.asks("select pg_is_wal_replay_paused()")).containsExactly("t");
            finder.look();
            assertThat(audit.desk()
                            .run(make("pg-shop-3", "resume-replay", Map.of()))
                            .done())
                    .isTrue();
            assertThat(observer.asks("select pg_is_wal_replay_paused()")).containsExactly("f");
            // the statement that is shown does the same
            observer.does(pause.statement());
            assertThat(observer.asks("select pg_get_wal_replay_pause_state() like 'pause%'"))
                    .containsExactly("t");
            observer.does("select pg_wal_replay_resume()");
        }
        finder.look();
    }

    @Test
    @Order(2)
    void aSlotIsMadeAndDropped() throws FaultException, SQLException {
        Action create = make("pg-shop-1", "create-slot", Map.of("name", "for_later", "kind", "physical"));
        assertThat(create.preview()).contains("makes the physical slot for_later on pg-shop-1", "4 of 10 slots");
        assertThat(audit.desk().run(create).done()).isTrue();
        assertThat(audit.desk()
                        .run(make("pg-shop-1", "create-slot", Map.of("name", "decoded", "kind", "logical")))
                        .done())
                .isTrue();
        Topology seen = finder.look();
        assertThat(seen.slots()).anyMatch(slot -> slot.name().equals("for_later") && !slot.active());
        assertThat(Faulty.of(() -> make("pg-shop-1", "create-slot", Map.of("name", "For Later")))
                        .kind())
                .isEqualTo(FaultKind.BAD_INPUT);

        Action drop = drop(seen, "for_later");
        assertThat(drop.danger()).isEqualTo(Danger.DANGEROUS);
        assertThat(audit.desk().run(drop).done()).isTrue();
        assertThat(Faulty.of(() -> audit.desk().run(drop)).kind()).isEqualTo(FaultKind.CONFLICT);
        assertThat(drop(seen, "decoded").preview()).contains("have to be copied anew");
        assertThat(audit.desk().run(drop(seen, "decoded")).done()).isTrue();
        assertThat(offer(seen, new Subject(Finder.node(seen, "pg-shop-1").id(), "pg_shop_2"), "drop-slot")
                        .whyNot())
                .hasValueSatisfying(why -> assertThat(why).contains("pg-shop-2 is using it"));
    }

    @Test
    @Order(3)
    void whomCommitsWaitForIsChangedAndChecked() throws FaultException, SQLException {
        Action hangs = make("pg-shop-1", "synchronous-standbys", Map.of("names", "FIRST 1 (nobody)"));
        assertThat(hangs.danger()).isEqualTo(Danger.DANGEROUS);
        assertThat(hangs.preview()).contains("EVERY COMMIT HANGS");

        Action both =
                make("pg-shop-1", "synchronous-standbys", Map.of("names", "ANY 1 (\"pg-shop-2\", \"pg-shop-3\")"));
        assertThat(both.danger()).isEqualTo(Danger.ORDINARY);
        assertThat(both.preview())
                .contains("wait for 1 of pg-shop-2, pg-shop-3", "Undo: set it to 'FIRST 1 (\"pg-shop-2\")'");
        Outcome outcome = audit.desk().run(both);

        assertThat(outcome.done()).isTrue();
        assertThat(outcome.message()).contains("undo: alter system set synchronous_standby_names = ");
        try (Client observer = Client.enter(primary)) {
            assertThat(observer.asks("show synchronous_standby_names"))
                    .containsExactly("ANY 1 (\"pg-shop-2\", \"pg-shop-3\")");
        }
        // made for what was seen before
        assertThat(Faulty.of(() -> audit.desk().run(hangs)).kind()).isEqualTo(FaultKind.CONFLICT);
        finder.look();
        Action nonsense = make("pg-shop-1", "synchronous-standbys", Map.of("names", "FIRST (("));
        assertThat(Faulty.of(() -> audit.desk().run(nonsense)).kind()).isNotEqualTo(FaultKind.CONFLICT);
    }

    @Test
    @Order(4)
    void whatReplayWasMeantForIsChecked() throws FaultException, SQLException {
        Action resume = make("pg-dr-1", "pause-replay", Map.of());
        lab.server(MemberRole.CASCADING_STANDBY).promote();

        assertThat(Faulty.of(() -> audit.desk().run(resume)).kind()).isEqualTo(FaultKind.CONFLICT);
    }

    @Test
    @Order(5)
    void aStandbyIsPromotedOnlyWhenThePrimaryIsGone() throws FaultException, SQLException, IOException {
        finder.look();
        assertThat(Faulty.of(() -> make("pg-shop-2", "promote", Map.of())).message())
                .contains("takes writes", "second primary");
        assertThat(make("pg-shop-2", "promote", Map.of("second", "yes")).preview())
                .contains("split brain");
        lab.server(MemberRole.CASCADING_STANDBY).stop();
        primary.stop();
        finder.until(
                "the primary is gone", seen -> !Finder.node(seen, "pg-shop-1").connected());
        Action promote = make("pg-shop-2", "promote", Map.of());
        assertThat(promote.danger()).isEqualTo(Danger.DANGEROUS);
        assertThat(promote.preview()).contains("pg-shop-3").contains("pointed to it by hand");
        primary.start();
        assertThat(Faulty.of(() -> audit.desk().run(promote)).message()).contains("takes writes again");
        primary.stop();

        assertThat(audit.desk().run(promote).done()).isTrue();

        finder.until(
                "it is the primary",
                seen -> Finder.node(seen, "pg-shop-2").role() == NodeRole.PRIMARY
                        && Finder.alarmed(seen, "pg-shop-3", "no walreceiver"));
    }

    private Action make(String node, String offer, Map<String, String> answers) throws FaultException {
        Topology seen = finder.cluster().topology();
        return offer(seen, Subject.node(Finder.node(seen, node).id()), offer)
                .maker()
                .make(answers);
    }

    private Action drop(Topology seen, String slot) throws FaultException {
        String node = Finder.node(seen, "pg-shop-1").id();
        return offer(seen, new Subject(node, slot), "drop-slot").maker().make(Map.of());
    }

    private Offer offer(Topology seen, Subject subject, String name) {
        return finder.cluster().offers(seen, subject).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " for " + subject));
    }
}
