package dev.watchkeeper.redis.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.redis.testing.OwnRedis;
import dev.watchkeeper.redis.testing.RedisField;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each trouble is seen, called by its name and as bad as it is. */
class TroubleTest {
    private RedisField field;

    @BeforeEach
    void start() throws IOException {
        field = RedisField.ofTheLab();
    }

    @AfterEach
    void stop() throws IOException {
        field.close();
    }

    @Test
    void sentinelsThatTakeDifferentServersForThePrimary() throws IOException, FaultException {
        OwnRedis one = field.server("one");
        OwnRedis other = field.replica("other", one);
        OwnRedis.until("it follows", () -> other.says("master_link_status:up", "INFO", "replication"));
        other.ask("REPLICAOF", "NO", "ONE");
        OwnRedis first = field.sentinel("first", one, 5_000);
        OwnRedis second = field.sentinel("second", other, 5_000);
        try (Look look = new Look(first.target(), second.target())) {
            Topology topology = look.once();

            assertThat(topology.nodes()).hasSize(4);
            assertThat(Look.alarms(topology, Severity.CRITICAL))
                    .anySatisfy(text -> assertThat(text).contains("sentinels disagree on the primary"))
                    .anySatisfy(text -> assertThat(text).contains("both take writes"))
                    .anySatisfy(text -> assertThat(text).contains("quorum 2 can never be reached"));
        }
    }

    @Test
    void memoryWritesAndTheLastReplica() throws IOException, FaultException {
        OwnRedis primary = field.server("primary", "min-replicas-to-write 1", "min-replicas-max-lag 10");
        OwnRedis replica = field.replica("replica", primary);
        OwnRedis.until("it follows", () -> primary.says("state=online", "INFO", "replication"));
        try (Look look = new Look(primary.target())) {
            look.until(
                    "the replica is near enough",
                    one -> Look.alarms(one, Severity.CRITICAL).isEmpty());
            primary.ask("CONFIG", "SET", "maxmemory", "100kb");
            assertThat(Look.alarms(look.once(), Severity.CRITICAL))
                    .anySatisfy(text -> assertThat(text).contains("is full and refuses writes"));

            replica.kill();
            Topology alone = look.until(
                    "writes are refused",
                    one -> Look.alarms(one, Severity.CRITICAL).stream()
                            .anyMatch(text -> text.contains("min-replicas-to-write")));
            assertThat(Look.alarms(alone, Severity.CRITICAL))
                    .anySatisfy(text -> assertThat(text).contains("does not answer", "no replica is left"));
            assertThat(alone.links()).singleElement().extracting(Link::state).isEqualTo(Link.DOWN);
        }
    }

    @Test
    void aReplicaThatGoesRoundInACircleAndOneThatCanNotGetIn() throws IOException, FaultException {
        OwnRedis one = field.server("one");
        OwnRedis other = field.replica("other", one);
        OwnRedis.until("it follows", () -> other.says("master_link_status:up", "INFO", "replication"));
        one.ask("REPLICAOF", "127.0.0.1", Integer.toString(other.port()));
        try (Look look = new Look(one.target())) {
            assertThat(Look.alarms(look.once(), Severity.CRITICAL))
                    .anySatisfy(text -> assertThat(text).contains("there is no primary"));
        }
        OwnRedis guarded = field.server("guarded", "requirepass secret");
        other.ask("REPLICAOF", "127.0.0.1", Integer.toString(guarded.port()));
        try (Look look = new Look(other.target())) {
            Topology topology = look.until(
                    "the link is down",
                    seen -> seen.links().stream()
                            .anyMatch(link -> link.severity() == Severity.CRITICAL
                                    && link.to().equals(other.address().toString())));
            assertThat(topology.nodes()).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aReplicaByANameThatNobodyKnowsHere() throws IOException, FaultException {
        OwnRedis primary = field.server("primary");
        OwnRedis lost = field.replica("lost", primary, "replica-announce-ip no.such.host.invalid");
        OwnRedis.until("it follows", () -> lost.says("master_link_status:up", "INFO", "replication"));
        try (Look look = new Look(primary.target())) {
            Topology topology = look.once();

            assertThat(Look.alarms(topology, Severity.WARNING))
                    .anySatisfy(text -> assertThat(text)
                            .contains("is fed by its primary", "no host is called no.such.host.invalid"));
            assertThat(topology.links())
                    .singleElement()
                    .satisfies(link -> assertThat(link.lag().replayedBytes()).isNotNull());
        }
    }
}
