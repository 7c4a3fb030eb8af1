package dev.watchkeeper.postgres.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.postgres.replication.discovery.Ground;
import dev.watchkeeper.postgres.replication.discovery.Hints;
import dev.watchkeeper.postgres.replication.discovery.Scout;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.drawing.Assembler;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.OpenDoors;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pictures of what members say, also of what can hardly be. */
class CircleTest {
    @Test
    void standbysThatFollowEachOtherAreDrawnAsTheySay() {
        Topology seen = draw(
                Readings.member(Readings.standby("10.0.0.1", "10.0.0.2", Readings.serves("10.0.0.2", "10.0.0.2", 0))),
                Readings.member(Readings.standby("10.0.0.2", "10.0.0.1", Readings.serves("10.0.0.1", "10.0.0.1", 0))));

        assertThat(seen.nodes()).hasSize(2);
        assertThat(seen.links())
                .extracting(Link::from, Link::to, Link::state)
                .containsExactlyInAnyOrder(
                        tuple("10.0.0.1:5432", "10.0.0.2:5432", "streaming"),
                        tuple("10.0.0.2:5432", "10.0.0.1:5432", "streaming"));
    }

    @Test
    void whoeverIsSeenOnlyByHisUpstreamIsDrawnToo() {
        Topology seen = draw(Readings.member(Readings.standby(
                "10.0.0.1",
                "10.0.0.9",
                Readings.serves("10.0.0.2", "walreceiver", 10),
                Readings.serves("10.0.0.3", "walreceiver", 20),
                Readings.serves("10.0.0.3", "walreceiver", 30))));

        assertThat(seen.nodes()).extracting(Node::id).hasSize(4).doesNotHaveDuplicates();
        assertThat(seen.node("walreceiver@10.0.0.2").orElseThrow().address()).isNull();
        assertThat(seen.links())
                .extracting(link -> link.lag().replayedBytes())
                .containsExactlyInAnyOrder(10L, 20L, 30L);
    }

    @Test
    void theAddressTellsWhoIsWhoWhereNamesDoNot() {
        Topology seen = draw(
                Readings.member(Readings.standby(
                        "10.0.0.1",
                        "10.0.0.9",
                        Readings.serves("10.0.0.3", "walreceiver", 30),
                        Readings.serves("10.0.0.2", "walreceiver", 20))),
                Readings.member(Readings.standby("10.0.0.2", "10.0.0.1")),
                Readings.member(Readings.standby("10.0.0.3", "10.0.0.1")));

        assertThat(seen.nodes()).hasSize(3);
        assertThat(seen.links())
                .extracting(Link::to, link -> link.lag().flushedBytes())
                .containsExactlyInAnyOrder(tuple("10.0.0.2:5432", 20L), tuple("10.0.0.3:5432", 30L));
    }

    private static Topology draw(Sighting... members) {
        Entrance entrance = Entrance.at(new HostPort("10.0.0.1", 5432));
        Ground ground =
                new Ground(entrance.target(), Optional.empty(), new OpenDoors(), List.of(), Hints.none());
        return new Assembler().draw(List.of(members), new Scout(ground).followers());
    }
}
