package dev.watchkeeper.postgres.switchover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.process.ServerProcess;
import dev.watchkeeper.postgres.patroni.PatroniFinder;
import dev.watchkeeper.postgres.replication.PostgresCluster;
import dev.watchkeeper.postgres.replication.discovery.Ground;
import dev.watchkeeper.postgres.replication.discovery.Hints;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import dev.watchkeeper.postgres.testing.OpenDoors;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Changes of the primary without Patroni, one after the other on one cluster: each leaves it otherwise than it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SwitchByHandTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Pattern TO_DO =
            Pattern.compile("to do: (?:.*, )?[Oo]n (pg-shop-\\d)(?:, [^:]*)?: ((?:select|alter) .*)");

    private Lab lab;
    private PostgresServer first;
    private PostgresServer second;
    private PostgresServer third;
    private PostgresCluster cluster;

    @BeforeAll
    void start() throws FaultException, IOException, SQLException {
        lab = Lab.start(LabPlan.topology(LabPlan.NEWEST));
        first = lab.primary();
        second = lab.server(MemberRole.SYNCHRONOUS_STANDBY);
        third = lab.server(MemberRole.ASYNCHRONOUS_STANDBY);
        cluster = cluster(third);
        until("all are found", seen -> seen.nodes().size() == 5);
    }

    @AfterAll
    void stop() {
        cluster.close();
        lab.close();
    }

    @Test
    @Order(1)
    void eachCandidateIsJudged() throws FaultException {
        List<Preflight> all = cluster.preflights();
        assertThat(all).extracting(Preflight::name).hasSize(5).startsWith("pg-shop-2");
        Preflight synchronous = all.getFirst();
        assertThat(synchronous.refusal()).isEmpty();
        assertThat(synchronous.forIt())
                .contains("synchronous: what was acknowledged is on it", "same timeline 1")
                .anyMatch(text -> text.startsWith("it has all of the primary's WAL"));
        assertThat(synchronous.against())
                .anyMatch(text -> text.startsWith("logical slot sub_shop is not on it"))
                .anyMatch(text -> text.startsWith("the slot pg_shop_3 is not on it"));
        assertThat(synchronous.predictedLossBytes()).isZero();
        assertThat(synchronous.steps()).anyMatch(step -> step.contains("pg_promote(true, 25)"));
        assertThat(refusal(all, "pg-shop-1")).isEqualTo("it is the primary already");
        assertThat(refusal(all, "pg-dwh-1")).startsWith("it is a subscriber");
    }

    @Test
    @Order(2)
    void whatDelaysOrCantArriveIsSaid() throws Exception {
        try (Client busy = Client.enter(first)) {
            busy.does("begin");
            busy.does("select pg_current_xact_id()");
            first.execute("begin; create table prepared_somewhere(); prepare transaction 'half done'");
            third.execute("select pg_wal_replay_pause()");
            first.execute("create table written (n int primary key)");
            try {
                Patience.until(
                        LIMIT,
                        "its replay is seen to be paused",
                        () -> refusal(preflights(), "pg-shop-3").startsWith("its replay is paused"));
                assertThat(preflight("pg-shop-2").against())
                        .anyMatch(text -> text.startsWith("1 prepared transaction, half done"));
            } finally {
                third.execute("select pg_wal_replay_resume()");
                first.execute("rollback prepared 'half done'");
            }
        }
    }

    @Test
    @Order(3)
    void aCandidateThatDoesNotCatchUpCostsNothing() throws Exception {
        Action action = action("pg-shop-3");
        int receiver = receiver(third);
        ServerProcess.signal(receiver, "STOP");
        try {
            first.execute("insert into written values (0)");
            List<String> told = new ArrayList<>();
            Fault fault = Faulty.of(() -> action.run(told::add));
            assertThat(fault.kind()).isEqualTo(FaultKind.TIMEOUT);
            assertThat(fault.message())
                    .contains("pg-shop-3 has not caught up")
                    .contains("it was undone, pg-shop-1 is still the primary");
            assertThat(told).contains("undone: pg-shop-1 takes writes again");
        } finally {
            ServerProcess.signal(receiver, "CONT");
        }
        Patience.until(LIMIT, "the primary takes writes again", () -> {
            try {
                first.execute("insert into written values (-1)");
                return true;
            } catch (SQLException readOnlyStill) {
                return false;
            }
        });
    }

    @Test
    @Order(4)
    void notOneAcknowledgedRowIsLost() throws Exception {
        List<String> told = new ArrayList<>();
        try (Writer writer = Writer.at(() -> List.of(first.port(), second.port()), first.database())) {
            writer.awaitRows(20);
            Action action = action("pg-shop-2");
            assertThat(action.preview()).startsWith("Makes pg-shop-2 the primary in place of pg-shop-1");

            Outcome outcome = action.run(told::add);

            assertThat(outcome.done()).as(outcome.message() + told).isTrue();
            assertThat(outcome.figures().get("writes_away_ms")).isPositive();
            writer.awaitRows(writer.acknowledged() + 20);
            try (Connection connection = second.connect()) {
                assertThat(writer.lost(connection)).isEmpty();
            }
        }
        assertThat(told)
                .contains("pg-shop-2 has everything", "pg-shop-2 is promoted")
                .anyMatch(line -> line.startsWith("to do: On the host of pg-shop-1, at once"))
                .anyMatch(line -> line.contains("pg_rewind") || line.contains("pg_basebackup"));
        assertThat(Client.fails(Client.enter(first), "create table behind_the_fence()"))
                .isTrue();
        until(
                "the split is seen",
                seen -> cluster.members().stream()
                                .filter(SwitchByHandTest::writes)
                                .count()
                        > 1);
        assertThat(preflight("pg-shop-3").refusal())
                .hasValueSatisfying(why -> assertThat(why).startsWith("there are two primaries"));

        first.stop();
        follow(told);
        until(
                "pg-shop-3 follows the new primary",
                seen -> seen.links().stream()
                        .anyMatch(link -> link.from().endsWith(":" + second.port())
                                && link.to().endsWith(":" + third.port())
                                && link.state().equals("streaming")));
    }

    /** Does what it was told to do by hand. */
    private void follow(List<String> told) throws SQLException {
        for (String line : told) {
            Matcher toDo = TO_DO.matcher(line);
            if (toDo.matches() && !toDo.group(1).equals(first.name())) {
                PostgresServer server = toDo.group(1).equals(second.name()) ? second : third;
                for (String statement : toDo.group(2).split(";", -1)) {
                    boolean sql = statement.strip().matches("(?s)(select|alter) .*");
                    if (sql && !statement.contains("synchronous_standby_names")) {
                        server.execute(statement);
                    }
                }
            }
        }
    }

    @Test
    @Order(5)
    void withoutItsPrimaryAStandbyIsPromotedOnlyWhileThatIsGone() throws Exception {
        Patience.until(
                LIMIT,
                "pg-shop-3 is a candidate",
                () -> preflight("pg-shop-3").refusal().isEmpty());
        second.kill();
        until("it is seen to be gone", seen -> cluster.members().stream().noneMatch(SwitchByHandTest::writes));
        Preflight preflight = preflight("pg-shop-3");
        assertThat(preflight.against())
                .anyMatch(text -> text.startsWith("it has all")
                        || text.startsWith("without the primary")
                        || text.startsWith("the slot"));
        assertThat(preflight.predictedLossBytes()).isNotNull();
        Action early = action("pg-shop-3");
        assertThat(early.name()).isEqualTo("promote");
        second.start();
        assertThat(Faulty.of(early::run).message()).contains("pg-shop-2 answers again");
        second.kill();

        until("it is gone again", seen -> cluster.members().stream().noneMatch(SwitchByHandTest::writes));
        Outcome outcome = action("pg-shop-3").run();

        assertThat(outcome.done()).as(outcome.message()).isTrue();
        third.execute("insert into written values (-2)");
    }

    private static boolean writes(Sighting member) {
        return member.reading() != null
                && member.reading().primary()
                && member.reading().subscriptions().isEmpty();
    }

    private static String refusal(List<Preflight> all, String name) {
        return all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .flatMap(Preflight::refusal)
                .orElse("");
    }

    private Action action(String name) throws FaultException {
        return cluster.switchover(name);
    }

    private List<Preflight> preflights() {
        try {
            return cluster.preflights();
        } catch (FaultException e) {
            throw new IllegalStateException(e.fault().sentence(), e);
        }
    }

    private Preflight preflight(String name) {
        return preflights().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int receiver(PostgresServer standby) {
        Sighting member = cluster.member(standby.host() + ":" + standby.port()).orElseThrow();
        return Objects.requireNonNull(Objects.requireNonNull(member.reading()).receiver())
                .pid();
    }

    private interface Seen {
        boolean is(Topology topology);
    }

    private void until(String what, Seen condition) throws IOException, SQLException {
        Patience.until(LIMIT, what, () -> {
            try {
                return condition.is(cluster.refresh());
            } catch (FaultException notNow) {
                return false;
            }
        });
    }

    private static PostgresCluster cluster(PostgresServer at) {
        Entrance entrance = Entrance.to(at);
        Ground ground =
                new Ground(entrance.target(), Optional.of(entrance.open()), new OpenDoors(), List.of(), Hints.none());
        PatroniFinder nobody = new PatroniFinder(entrance.target(), List.of(), Passwords.none(), Routes.direct());
        return new PostgresCluster(
                ground, cluster -> new Switchovers(cluster, nobody, entrance.target(), Duration.ofSeconds(2)));
    }
}
