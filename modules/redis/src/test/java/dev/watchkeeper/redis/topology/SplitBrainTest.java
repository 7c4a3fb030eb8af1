package dev.watchkeeper.redis.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Subject;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.redis.testing.Faulty;
import dev.watchkeeper.redis.testing.OwnRedis;
import dev.watchkeeper.redis.testing.RedisField;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two primaries of one group: made, seen, and made one again. */
class SplitBrainTest {
    private RedisField field;
    private OwnRedis first;
    private OwnRedis second;

    @BeforeEach
    void start() throws IOException {
        field = RedisField.ofTheLab();
        first = field.server("first");
        second = field.replica("second", first);
        OwnRedis.until("it follows", () -> second.says("master_link_status:up", "INFO", "replication"));
    }

    @AfterEach
    void stop() throws IOException {
        field.close();
    }

    @Test
    void isRedAndSaysWhatWouldBeLost() throws FaultException, IOException {
        try (Look look = new Look(first.target())) {
            look.until("both are there", one -> one.links().size() == 1);
            Action promote = offer(look, second, "promote").maker().make(Map.of());
            assertThat(promote.preview()).contains("split brain");
            assertThat(promote.danger()).isEqualTo(Danger.DANGEROUS);
            assertThat(promote.run().done()).isTrue();
            first.ask("SET", "only-here", "1");
            second.ask("SET", "only-there", "a value of some length");

            Topology split = look.once();
            assertThat(split.nodes()).hasSize(2).allSatisfy(node -> {
                assertThat(node.role()).isEqualTo(NodeRole.PRIMARY);
                assertThat(node.severity()).isEqualTo(Severity.CRITICAL);
            });
            assertThat(Look.alarms(split, Severity.CRITICAL))
                    .anySatisfy(text -> assertThat(text)
                            .startsWith("split brain")
                            .contains("first (1 key)", second.address() + " (1 key)", "; since they parted "));

            Action follow = offer(look, second, "replicaof")
                    .maker()
                    .make(Map.of("primary", first.address().toString()));
            assertThat(follow.preview()).contains("1 key", "of changes since they parted, which are lost");
            assertThat(follow.statement()).isEqualTo("REPLICAOF 127.0.0.1 " + first.port());
            assertThat(follow.run().done()).isTrue();
            assertThat(Look.alarms(look.once(), Severity.CRITICAL)).isEmpty();
            assertThat(second.ask("EXISTS", "only-there").number()).isZero();
        }
    }

    @Test
    void isSeenFromBothSidesWhenBothAreNamed() throws FaultException, IOException {
        second.ask("REPLICAOF", "NO", "ONE");
        OwnRedis stranger = field.server("stranger");
        try (Look look = new Look(second.target(), first.target(), stranger.target())) {
            Topology split = look.once();

            assertThat(split.nodes()).hasSize(2);
            assertThat(Look.alarms(split, Severity.CRITICAL))
                    .anySatisfy(text -> assertThat(text).startsWith("split brain"));
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() throws FaultException, IOException {
        try (Look look = new Look(first.target())) {
            look.until("both are there", one -> one.links().size() == 1);
            Offer follow = offer(look, first, "replicaof");

            assertThat(Faulty.of(() -> follow.maker()
                                    .make(Map.of("primary", second.address().toString())))
                            .message())
                    .contains("circle");
            assertThat(Faulty.of(() -> follow.maker()
                                    .make(Map.of("primary", first.address().toString())))
                            .message())
                    .contains("itself");
            assertThat(offer(look, first, "promote").whyNot()).isPresent();

            Offer again = offer(look, second, "replicaof");
            assertThat(Faulty.of(() -> again.maker()
                                    .make(Map.of("primary", first.address().toString())))
                            .message())
                    .contains("already");

            Action action = offer(look, second, "promote").maker().make(Map.of());
            second.kill();
            second.start();
            assertThat(Faulty.of(action::run).kind()).isEqualTo(FaultKind.CONFLICT);
        }
    }

    private static Offer offer(Look look, OwnRedis server, String name) throws FaultException {
        return look
                .cluster()
                .offers(Topology.EMPTY, Subject.node(server.address().toString()))
                .stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
