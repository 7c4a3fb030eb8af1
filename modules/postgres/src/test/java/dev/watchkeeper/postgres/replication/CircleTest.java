package dev.watchkeeper.postgres.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.postgres.replication.discovery.Followers;
import dev.watchkeeper.postgres.replication.discovery.Ground;
import dev.watchkeeper.postgres.replication.discovery.Hints;
import dev.watchkeeper.postgres.replication.discovery.Scout;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.drawing.Assembler;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Sender;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.OpenDoors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    @Test
    void theBeginningTellsWhoIsWhoOnOneHost() {
        Instant early = Readings.NOW.minusSeconds(100);
        Instant late = early.plusMillis(300);
        HostPort one = new HostPort("10.0.0.2", 5433);
        HostPort other = new HostPort("10.0.0.2", 5434);
        Topology seen = draw(
                Readings.member(Readings.standby(
                        "10.0.0.1",
                        "10.0.0.9",
                        Readings.serves("10.0.0.2", "walreceiver", 20, late.plusMillis(9)),
                        Readings.serves("10.0.0.2", "walreceiver", 30, early.plusMillis(9)))),
                Readings.member(Readings.standby(one, "walreceiver", "10.0.0.1", early)),
                Readings.member(Readings.standby(other, "walreceiver", "10.0.0.1", late)));

        assertThat(seen.links())
                .extracting(Link::to, link -> link.lag().flushedBytes())
                .containsExactlyInAnyOrder(tuple(one.toString(), 30L), tuple(other.toString(), 20L));
    }

    @Test
    void whereTheRoleSeesNothingWhoIsLeftOverBelongsTogether() {
        Sender one = Readings.serves("10.0.0.2", "walreceiver", 0);
        Sender other = Readings.serves("10.0.0.3", "walreceiver", 1);
        Topology seen = draw(
                Readings.member(Readings.unprivileged(Readings.standby("10.0.0.1", "nobody", one, other), true)),
                Readings.member(Readings.unprivileged(Readings.standby("10.0.0.2", "10.0.0.1", one), false)),
                Readings.member(Readings.unprivileged(Readings.standby("10.0.0.3", "10.0.0.1"), false)),
                Readings.member(Readings.unprivileged(Readings.standby("10.0.0.4", "10.0.0.2"), false)));

        assertThat(seen.nodes())
                .as("the others are known, and not somebody else besides")
                .hasSize(4);
        assertThat(seen.links())
                .as("who serves somebody can't be served by itself; whom the others follow nobody can tell")
                .extracting(Link::from, Link::to)
                .containsExactly(tuple("10.0.0.1:5432", "10.0.0.2:5432"));
    }

    @Test
    void whereTheRoleSeesNothingTheStandbysOfOnePrimaryAreItsOwn() {
        Sender one = Readings.serves("10.0.0.2", "walreceiver", 0);
        Sender other = Readings.serves("10.0.0.3", "walreceiver", 1);
        Topology seen = draw(
                Readings.member(Readings.unprivileged(Readings.standby("10.0.0.1", "nobody", one, other), true)),
                Readings.member(Readings.unprivileged(Readings.standby("10.0.0.2", "10.0.0.1"), false)),
                Readings.member(Readings.unprivileged(Readings.standby("10.0.0.3", "10.0.0.1"), false)));

        assertThat(seen.nodes()).hasSize(3);
        assertThat(seen.links())
                .extracting(Link::from, Link::to, Link::state)
                .containsExactlyInAnyOrder(
                        tuple("10.0.0.1:5432", "10.0.0.2:5432", "streaming"),
                        tuple("10.0.0.1:5432", "10.0.0.3:5432", "streaming"));
    }

    @Test
    void whoeverIsBehindOnPurposeIsLateOnlyWhenItWaitsForLonger() {
        Duration delay = Duration.ofMinutes(5);
        MemberReading upstream = Readings.standby("10.0.0.1", "10.0.0.9", Readings.serves("10.0.0.2", "late", 100));
        MemberReading late = Readings.delayed(
                Readings.standby(new HostPort("10.0.0.2", 5432), "late", "10.0.0.1", null),
                delay,
                Duration.ofMinutes(20));
        Assembler assembler = new Assembler();
        assembler.draw(List.of(Readings.member(upstream), Readings.member(late)), followers());

        Topology soon = drawn(assembler, upstream, late, 2);
        assertThat(replayMillis(soon, "10.0.0.2:5432")).isEqualTo(delay.toMillis());
        assertThat(Finder.alarmed(soon, "100 B behind")).isFalse();

        drawn(assembler, upstream, late, 290);
        drawn(assembler, upstream, late, 500);
        Topology stuck = drawn(assembler, upstream, late, 640);
        assertThat(replayMillis(stuck, "10.0.0.2:5432")).isEqualTo(640_000);
        assertThat(Finder.alarmed(stuck, "100 B behind")).isTrue();
    }

    private static Topology drawn(Assembler assembler, MemberReading upstream, MemberReading standby, int seconds) {
        return assembler.draw(
                List.of(
                        Readings.member(Readings.later(upstream, seconds)),
                        Readings.member(Readings.later(standby, seconds))),
                followers());
    }

    private static @Nullable Long replayMillis(Topology seen, String to) {
        return seen.links().stream()
                .filter(link -> link.to().equals(to))
                .findFirst()
                .orElseThrow()
                .lag()
                .replayMillis();
    }

    @Test
    void whoeverWasSeenOnlyByHisUpstreamIsMissed() {
        Assembler assembler = new Assembler();
        MemberReading with = Readings.standby("10.0.0.1", "10.0.0.9", Readings.serves("10.0.0.2", "walreceiver", 0));
        assembler.draw(List.of(Readings.member(with)), followers());
        assembler.draw(List.of(Readings.member(Readings.later(with, 30))), followers());
        MemberReading without = Readings.later(Readings.standby("10.0.0.1", "10.0.0.9"), 45);

        Topology seen = assembler.draw(List.of(Readings.member(without)), followers());

        assertThat(seen.node("walreceiver@10.0.0.2").orElseThrow().lines()).contains("gone since 15 s");
        assertThat(seen.links()).extracting(Link::state).containsExactly(Link.DOWN);
        assertThat(Finder.alarmed(seen, "walreceiver took WAL from 10.0.0.1 until 15 s ago"))
                .isTrue();
    }

    private static Topology draw(Sighting... members) {
        return new Assembler().draw(List.of(members), followers());
    }

    private static Followers followers() {
        Entrance entrance = Entrance.at(new HostPort("10.0.0.1", 5432));
        Ground ground = new Ground(entrance.target(), Optional.empty(), new OpenDoors(), List.of(), Hints.none());
        return new Scout(ground).followers();
    }
}
