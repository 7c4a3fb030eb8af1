package dev.watchkeeper.redis.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.redis.testing.Faulty;
import dev.watchkeeper.redis.testing.OwnRedis;
import dev.watchkeeper.redis.testing.RedisField;
import dev.watchkeeper.redis.testing.Writer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Making a replica the primary, in every way there is. */
class SwitchoverTest {
    private final List<String> told = new ArrayList<>();
    private RedisField field;
    private OwnRedis primary;
    private OwnRedis replica;
    private OwnRedis other;

    @BeforeEach
    void start() throws IOException {
        field = RedisField.ofTheLab();
        primary = field.server("primary");
        replica = field.replica("replica", primary);
        other = field.replica("other", primary, "replica-priority 200");
        for (OwnRedis one : List.of(replica, other)) {
            OwnRedis.until("it follows", () -> one.says("master_link_status:up", "INFO", "replication"));
        }
    }

    @AfterEach
    void stop() throws IOException {
        field.close();
    }

    private List<OwnRedis> sentinels(int patience) throws IOException {
        List<OwnRedis> sentinels = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            sentinels.add(field.sentinel("sentinel-" + number, primary, patience));
        }
        OwnRedis.until(
                "the sentinels know one another",
                () -> sentinels.stream()
                        .allMatch(sentinel -> sentinel.says("slaves=2,sentinels=3", "INFO", "sentinel")
                                && sentinel.says("sentinel_tilt:0", "INFO", "sentinel")));
        return sentinels;
    }

    @Test
    void throughTheSentinelsWhileAWriterWrites() throws IOException, FaultException {
        List<OwnRedis> sentinels = sentinels(20_000);
        try (Look look = new Look(replica.target());
                Writer writer = Writer.through(sentinels.getFirst())) {
            OwnRedis.until("it writes", () -> writer.acknowledged() > 100);
            List<Preflight> preflights = look.cluster().preflights();
            assertThat(preflights)
                    .extracting(Preflight::candidate)
                    .startsWith(replica.address().toString());
            assertThat(preflights.getFirst().verdict()).isEqualTo(Preflight.Verdict.READY);
            assertThat(preflights.getFirst().predictedLossBytes()).isZero();

            Outcome outcome =
                    look.cluster().switchover(replica.address().toString()).run(told::add);

            assertThat(outcome.done()).as(outcome.message()).isTrue();
            assertThat(outcome.figures()).containsKey("writes_away_ms").doesNotContainKey("stray_writes_ms");
            assertThat(told).anySatisfy(step -> assertThat(step).contains("3 of 3 sentinels"));
            long before = writer.acknowledged();
            OwnRedis.until("it writes again", () -> writer.acknowledged() > before + 100);
            writer.close();
            assertThat(writer.missingIn(replica)).isEmpty();
            Topology after = look.once();
            assertThat(Look.node(after, replica).role()).isEqualTo(NodeRole.PRIMARY);
            assertThat(Look.node(after, primary).role()).isEqualTo(NodeRole.REPLICA);
            assertThat(Look.alarms(after, Severity.CRITICAL)).isEmpty();
        }
    }

    @Test
    void steeredToTheOneThatTheSentinelsWouldNotChoose() throws IOException, FaultException {
        List<OwnRedis> sentinels = sentinels(20_000);
        try (Look look = new Look(sentinels.getLast().target())) {
            Preflight preflight = look.cluster().preflights().stream()
                    .filter(one -> one.candidate().equals(other.address().toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(preflight.verdict()).isEqualTo(Preflight.Verdict.RISKY);
            assertThat(preflight.against())
                    .anySatisfy(reason -> assertThat(reason).contains("replica-priority"));

            Outcome outcome =
                    look.cluster().switchover(other.address().toString()).run(told::add);

            assertThat(outcome.done()).as(outcome.message()).isTrue();
            assertThat(other.says("role:master", "INFO", "replication")).isTrue();
            assertThat(other.ask("CONFIG", "GET", "replica-priority").pairs()).containsEntry("replica-priority", "200");
        }
    }

    @Test
    void handedOverWithoutSentinels() throws IOException, FaultException {
        try (Look look = new Look(primary.target())) {
            look.until("all are there", one -> one.links().size() == 2);
            Outcome outcome =
                    look.cluster().switchover(replica.address().toString()).run(told::add);

            assertThat(outcome.done()).as(outcome.message()).isTrue();
            assertThat(outcome.figures()).containsKey("writes_away_ms");
            Topology after = look.once();
            assertThat(Look.links(after))
                    .isEqualTo(Stream.of(primary, other)
                            .map(one -> replica.address() + " redis " + one.address())
                            .sorted()
                            .collect(Collectors.joining("\n")));
        }
    }

    @Test
    void byHandWhenThePrimaryIsDeadAndNobodyWatches() throws IOException, FaultException {
        try (Look look = new Look(replica.target())) {
            look.until("all are there", one -> one.links().size() == 2);
            primary.kill();
            Topology dead = look.once();
            assertThat(Look.node(dead, primary).role()).isEqualTo(NodeRole.PRIMARY);
            assertThat(Look.alarms(dead, Severity.CRITICAL))
                    .anySatisfy(text -> assertThat(text).contains("the primary", "does not answer"));

            Outcome outcome =
                    look.cluster().switchover(replica.address().toString()).run(told::add);

            assertThat(outcome.done()).as(outcome.message()).isTrue();
            assertThat(outcome.message()).contains("is missing");
            assertThat(other.says("master_port:" + replica.port(), "INFO", "replication"))
                    .isTrue();
        }
    }

    @Test
    void refusedWithWhy() throws IOException, FaultException {
        OwnRedis chained = field.replica("chained", replica);
        OwnRedis.until("it follows", () -> chained.says("master_link_status:up", "INFO", "replication"));
        try (Look look = new Look(primary.target())) {
            look.until("all are there", one -> one.links().size() == 3);
            assertThat(look.cluster().preflights().getLast().refusal())
                    .hasValueSatisfying(why -> assertThat(why).contains("not the primary"));
            assertThat(Faulty.of(() ->
                                    look.cluster().switchover(chained.address().toString()))
                            .kind())
                    .isEqualTo(FaultKind.CONFLICT);
            assertThat(Faulty.of(() ->
                                    look.cluster().switchover(primary.address().toString()))
                            .message())
                    .contains("already");
            assertThat(Faulty.of(() -> look.cluster().switchover("nobody")).kind())
                    .isEqualTo(FaultKind.BAD_INPUT);
        }
    }

    @Test
    void aKilledPrimaryAndADeadSentinelAreSeenAndTheSentinelsPromote() throws IOException, FaultException {
        List<OwnRedis> sentinels = sentinels(1_000);
        try (Look look = new Look(sentinels.getFirst().target())) {
            look.once();
            sentinels.getLast().kill();
            Topology without = look.once();
            assertThat(Look.alarms(without, Severity.WARNING))
                    .anySatisfy(text -> assertThat(text)
                            .contains("the sentinel " + sentinels.getLast().address() + " does not answer"));

            primary.kill();
            look.until(
                    "the primary is said to be down",
                    one -> Look.alarms(one, Severity.CRITICAL).stream()
                            .anyMatch(text -> text.contains("does not answer")));
            Topology after = look.until(
                    "another is the primary",
                    one -> one.nodes().stream()
                            .filter(node -> node.connected() && node.role() == NodeRole.PRIMARY)
                            .anyMatch(
                                    node -> !node.id().equals(primary.address().toString())));
            assertThat(Look.node(after, primary).connected()).isFalse();
        }
    }
}
