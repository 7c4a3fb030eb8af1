package dev.watchkeeper.postgres.replication;

import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.Archiver;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Rights;
import dev.watchkeeper.postgres.replication.member.Sender;
import dev.watchkeeper.postgres.replication.member.ServerFacts;
import dev.watchkeeper.postgres.replication.member.ServerIdentity;
import dev.watchkeeper.postgres.replication.member.ServerSettings;
import dev.watchkeeper.postgres.replication.member.Upstream;
import dev.watchkeeper.postgres.replication.member.WalPosition;
import dev.watchkeeper.postgres.replication.member.WalReceiver;
import dev.watchkeeper.postgres.replication.member.WalStatistics;
import dev.watchkeeper.postgres.testing.Entrance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Members that no lab has. */
final class Readings {
    static final Instant NOW = Instant.parse("2026-03-01T14:29:52Z");

    private Readings() {}

    static Sighting member(MemberReading reading) {
        return new Sighting(
                List.of(reading.address()),
                "",
                "",
                false,
                reading,
                reading,
                Optional.empty(),
                null,
                Duration.ZERO,
                Entrance.at(reading.address()).open());
    }

    /** A standby without slots. */
    static MemberReading standby(String host, String follows, Sender... senders) {
        return standby(new HostPort(host, 5432), host, follows, null, senders);
    }

    /** @param name as it calls itself at its upstream; {@code started}: when its walreceiver did */
    static MemberReading standby(
            HostPort address, String name, String follows, @Nullable Instant started, Sender... senders) {
        String host = address.host();
        Upstream upstream = new Upstream(List.of(new HostPort(follows, 5432)), "", name);
        return new MemberReading(
                address,
                NOW,
                ServerVersion.parse("18.6"),
                new ServerIdentity("7710244417391771004", NOW.minusSeconds(host.hashCode() & 0xFFFF), address.port()),
                new ServerFacts(host, null, "postgres", 1, 50000, host),
                new WalPosition(
                        true, 7, null, "", 1000L, 1000L, WalPosition.Replay.NOT_PAUSED, NOW.minusSeconds(60), 800),
                new WalReceiver(2, started, "streaming", 1000L, 1000L, NOW, "", upstream),
                upstream,
                new ServerSettings(
                        "replica",
                        10,
                        10,
                        "",
                        "on",
                        -1,
                        0,
                        16 << 20,
                        "off",
                        false,
                        true,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ZERO,
                        "",
                        false,
                        false),
                new Archiver(0, "", null, 0, "", null),
                new WalStatistics(0, null, 0L),
                new Rights("postgres", true, true, true, true, true, true, true),
                List.of(senders),
                List.of(),
                List.of(),
                List.of(),
                false,
                Cost.NONE);
    }

    /** The same, behind on purpose: the last commit that it has replayed is so old, and there is something to replay. */
    static MemberReading delayed(MemberReading one, Duration delay, Duration lastCommit) {
        WalPosition at = new WalPosition(
                true,
                7,
                null,
                "",
                1000L,
                900L,
                WalPosition.Replay.NOT_PAUSED,
                one.takenAt().minus(lastCommit),
                800);
        ServerSettings own = one.settings();
        ServerSettings settings = new ServerSettings(
                own.walLevel(),
                own.maxWalSenders(),
                own.maxReplicationSlots(),
                own.synchronousStandbyNames(),
                own.synchronousCommit(),
                own.maxSlotWalKeepBytes(),
                own.walKeepBytes(),
                own.walSegmentBytes(),
                own.archiveMode(),
                own.hotStandbyFeedback(),
                own.canRewind(),
                own.statusInterval(),
                own.senderTimeout(),
                delay,
                own.primarySlotName(),
                own.syncsSlots(),
                own.readOnly());
        return new MemberReading(
                one.address(),
                one.takenAt(),
                one.version(),
                one.identity(),
                one.facts(),
                at,
                one.receiver(),
                one.upstream(),
                settings,
                one.archiver(),
                one.wal(),
                one.rights(),
                one.senders(),
                one.slots(),
                one.subscriptions(),
                one.repmgr(),
                one.repmgrDatabase(),
                one.cost());
    }

    /** The same as a role sees it that may see nothing; {@code primary}: and it is no standby. */
    static MemberReading unprivileged(MemberReading one, boolean primary) {
        WalPosition at = primary
                ? new WalPosition(false, 7, 1000L, "", null, null, WalPosition.Replay.NOT_PAUSED, null, 800)
                : one.position();
        WalReceiver receiver = new WalReceiver(2, null, "", null, null, null, "", null);
        List<Sender> hidden = one.senders().stream()
                .map(sender -> new Sender(
                        sender.pid(),
                        "",
                        sender.applicationName(),
                        null,
                        "",
                        null,
                        "",
                        "",
                        new Sender.Progress(null, null, null, null, null, null, null),
                        0,
                        "",
                        null,
                        "",
                        false))
                .toList();
        return new MemberReading(
                one.address(),
                one.takenAt(),
                one.version(),
                one.identity(),
                one.facts(),
                at,
                primary ? null : receiver,
                null,
                one.settings(),
                one.archiver(),
                one.wal(),
                new Rights("plain", false, false, false, false, false, false, false),
                hidden,
                one.slots(),
                one.subscriptions(),
                one.repmgr(),
                one.repmgrDatabase(),
                one.cost());
    }

    /** The same, read so much later. */
    static MemberReading later(MemberReading one, int seconds) {
        return new MemberReading(
                one.address(),
                one.takenAt().plusSeconds(seconds),
                one.version(),
                one.identity(),
                one.facts(),
                one.position(),
                one.receiver(),
                one.upstream(),
                one.settings(),
                one.archiver(),
                one.wal(),
                one.rights(),
                one.senders(),
                one.slots(),
                one.subscriptions(),
                one.repmgr(),
                one.repmgrDatabase(),
                one.cost());
    }

    /** A walsender that serves somebody who has all but so many bytes. */
    static Sender serves(String client, String name, long lacks) {
        return serves(client, name, lacks, null);
    }

    static Sender serves(String client, String name, long lacks, @Nullable Instant started) {
        long at = 1000 - lacks;
        return new Sender(
                (int) lacks + 1,
                "replicator",
                name,
                client,
                "",
                started,
                "",
                "streaming",
                new Sender.Progress(at, at, at, at, null, null, null),
                0,
                "async",
                NOW,
                "",
                false);
    }
}
