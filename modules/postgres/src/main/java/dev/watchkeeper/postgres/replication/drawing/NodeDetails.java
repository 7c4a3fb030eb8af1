package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.replication.discovery.Followers;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.Archiver;
import dev.watchkeeper.postgres.replication.member.Lsn;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.ServerSettings;
import dev.watchkeeper.postgres.replication.member.SubscriptionReading;
import dev.watchkeeper.postgres.replication.member.Upstream;
import dev.watchkeeper.postgres.replication.member.WalPosition;
import dev.watchkeeper.postgres.replication.member.WalReceiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All that is known of a node, for whoever selects it. */
final class NodeDetails {
    private final Scene scene;

    NodeDetails(Scene scene) {
        this.scene = scene;
    }

    List<Detail> of(Ghost ghost) {
        List<Detail> details = new ArrayList<>();
        add(details, "Seen by", scene.name(ghost.upstream()));
        add(details, "Calls itself", ghost.sender().applicationName());
        add(details, "Enters as", ghost.sender().user());
        return details;
    }

    List<Detail> of(Sighting member) {
        List<Detail> details = new ArrayList<>();
        add(
                details,
                "Address",
                member.addresses().stream().map(HostPort::toString).collect(Collectors.joining(", ")));
        member.trouble().ifPresent(fault -> details.add(new Detail("Trouble", fault.sentence(), Severity.WARNING)));
        MemberReading reading = member.last();
        if (reading != null) {
            server(details, reading);
            if (reading.primary()) {
                primary(details, member, reading);
            } else {
                standby(details, reading);
            }
            archiver(details, reading);
            reading.subscriptions().forEach(one -> subscription(details, reading, one));
        }
        return details;
    }

    private static void server(List<Detail> details, MemberReading reading) {
        add(details, "Version", reading.version().full());
        add(details, "Up for", Spans.words(Scene.age(reading, reading.identity().startedAt())));
        add(details, "Cluster name", reading.facts().clusterName());
        add(details, "System identifier", reading.identity().system());
        add(
                details,
                "Data directory",
                reading.facts().dataDirectory() == null ? "" : reading.facts().dataDirectory());
        ServerSettings settings = reading.settings();
        long senders = reading.senders().size();
        add(details, "Walsenders", senders + " of " + settings.maxWalSenders());
        add(details, "Slots", reading.slots().size() + " of " + settings.maxReplicationSlots());
        add(
                details,
                "Slots keep at most",
                settings.maxSlotWalKeepBytes() < 0
                        ? "all, until the disk is full"
                        : Sizes.bytes(settings.maxSlotWalKeepBytes()));
    }

    private void primary(List<Detail> details, Sighting member, MemberReading reading) {
        Long end = reading.position().end();
        add(details, "Writes at", end == null ? "" : Lsn.text(end));
        Double rate = scene.history().walRate(member.id());
        add(details, "WAL", rate == null ? "" : Scene.perSecond(rate));
        String names = reading.settings().synchronousStandbyNames();
        add(details, "Synchronous standbys", names.isEmpty() ? "none: commits wait for nobody" : names);
        add(details, "synchronous_commit", reading.settings().synchronousCommit());
    }

    private static void standby(List<Detail> details, MemberReading reading) {
        WalPosition position = reading.position();
        Upstream told = Followers.told(reading);
        add(details, "Follows", told == null ? "" : told.hosts().getFirst().toString());
        add(details, "Received", position.received() == null ? "" : Lsn.text(position.received()));
        add(details, "Replayed", position.replayed() == null ? "" : Lsn.text(position.replayed()));
        add(details, "Not replayed yet", Sizes.bytes(position.unreplayed()));
        add(
                details,
                "Replay",
                switch (position.replay()) {
                    case PAUSED -> "paused";
                    case PAUSE_REQUESTED -> "about to pause";
                    case NOT_PAUSED -> "goes on";
                });
        add(
                details,
                "Last commit replayed",
                position.replayedCommit() == null ? "" : Scene.ago(reading, position.replayedCommit()) + " ago");
        WalReceiver receiver = reading.receiver();
        add(details, "Walreceiver", receiver == null ? "none" : receiver.status());
        if (receiver != null && receiver.lastMessage() != null) {
            add(details, "Heard its upstream", Scene.ago(reading, receiver.lastMessage()) + " ago");
        }
        add(details, "hot_standby_feedback", reading.settings().hotStandbyFeedback() ? "on" : "off");
        Duration delay = reading.settings().applyDelay();
        add(details, "Delayed on purpose", delay.isZero() ? "" : Spans.words(delay));
        Long conflicts = reading.wal().conflicts();
        add(details, "Queries cancelled by replay", conflicts == null ? "" : Sizes.count(conflicts));
        add(details, "Slot", reading.settings().primarySlotName());
    }

    private static void archiver(List<Detail> details, MemberReading reading) {
        String mode = reading.settings().archiveMode();
        add(details, "Archiving", mode);
        Archiver archiver = reading.archiver();
        if (mode.equals("off")) {
            return;
        }
        if (archiver.lastAt() != null) {
            add(details, "Archived", archiver.lastFile() + ", " + Scene.ago(reading, archiver.lastAt()) + " ago");
        }
        if (archiver.lastFailedAt() != null) {
            details.add(new Detail(
                    "Archiving failed",
                    archiver.lastFailedFile() + ", " + Scene.ago(reading, archiver.lastFailedAt()) + " ago, "
                            + Sizes.of(archiver.failed(), "time", "times") + " in all",
                    archiver.failing() ? Severity.WARNING : Severity.NONE));
        }
    }

    private static void subscription(List<Detail> details, MemberReading reading, SubscriptionReading one) {
        SubscriptionReading.Tables tables = one.tables();
        add(
                details,
                "Subscription " + one.name(),
                (one.enabled() ? "" : "disabled, ") + "of " + one.publications() + " in " + one.database()
                        + (one.here() ? ", " + tables.ready() + " of " + tables.total() + " tables follow" : ""));
        Long apply = one.errors().apply();
        Long sync = one.errors().sync();
        if (apply != null && sync != null) {
            add(details, "Its errors", apply + " applying, " + sync + " copying");
        }
        add(
                details,
                "Its conflicts",
                one.errors().conflicts() == null ? "" : one.errors().conflicts().toString());
        SubscriptionReading.Worker worker = one.worker();
        if (worker != null && worker.lastMessage() != null) {
            add(details, "It heard its publisher", Scene.ago(reading, worker.lastMessage()) + " ago");
        }
    }

    private static void add(List<Detail> details, String label, String value) {
        if (!value.isEmpty()) {
            details.add(new Detail(label, value));
        }
    }
}
