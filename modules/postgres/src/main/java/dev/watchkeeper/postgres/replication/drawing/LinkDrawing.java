package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.replication.discovery.Followers;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Sender;
import dev.watchkeeper.postgres.replication.member.SubscriptionReading;
import dev.watchkeeper.postgres.replication.member.Upstream;
import dev.watchkeeper.postgres.replication.member.WalReceiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes from one member to another. */
final class LinkDrawing {
    private final Scene scene;
    private final Alarms alarms;
    private final SubscriptionAlarms subscriptionAlarms;

    LinkDrawing(Scene scene, Alarms alarms) {
        this.scene = scene;
        this.alarms = alarms;
        this.subscriptionAlarms = new SubscriptionAlarms(scene, alarms);
    }

    /** From its upstream to this member, and from its publishers. */
    List<Link> to(Sighting member) {
        List<Link> links = new ArrayList<>();
        MemberReading reading = member.last();
        Sighting upstream = scene.cast().upstream(member);
        if (upstream != null && (reading == null || !reading.primary())) {
            links.add(physical(upstream, member));
        }
        if (reading != null) {
            for (SubscriptionReading subscription : reading.subscriptions()) {
                logical(member, reading, subscription, links);
            }
        }
        return links;
    }

    /** To somebody whom only his upstream knows. */
    Link to(Ghost ghost) {
        Sender sender = ghost.sender();
        MemberReading upstream = ghost.upstream().reading();
        Long end = upstream == null ? null : upstream.position().end();
        Lag lag = sender.logical() ? Lags.logical(end, sender) : Lags.physical(end, sender, null, false, null);
        return new Link(
                ghost.upstream().id(),
                ghost.id(),
                sender.logical() ? LinkKind.LOGICAL : LinkKind.PHYSICAL,
                sender.applicationName(),
                sender.state(),
                sender.slot(),
                lag,
                late(lag),
                details(sender, lag, null));
    }

    /** To the same, when he is not seen any more. */
    static Link lost(Ghost ghost) {
        Sender sender = ghost.sender();
        return new Link(
                ghost.upstream().id(),
                ghost.id(),
                sender.logical() ? LinkKind.LOGICAL : LinkKind.PHYSICAL,
                sender.applicationName(),
                Link.DOWN,
                sender.slot(),
                Lag.UNKNOWN,
                Severity.WARNING,
                List.of());
    }

    private Link physical(Sighting upstream, Sighting standby) {
        Sender sender = scene.cast().sender(standby);
        MemberReading last = standby.last();
        Duration silence = scene.silence(standby);
        Lag lag = scene.lag(standby);
        String state = state(upstream, standby, sender);
        Severity severity = state.equals(Link.DOWN) || silence != null ? Severity.CRITICAL : alarms.of(standby.id());
        return new Link(
                upstream.id(),
                standby.id(),
                LinkKind.PHYSICAL,
                sender == null ? applicationName(last) : sender.applicationName(),
                state,
                sender != null && !sender.slot().isEmpty()
                        ? sender.slot()
                        : last == null ? "" : last.settings().primarySlotName(),
                lag,
                severity,
                details(sender, lag, silence));
    }

    /** What the standby's walreceiver will call itself: the link is the same when it is back. */
    private static String applicationName(@Nullable MemberReading standby) {
        Upstream told = standby == null ? null : Followers.told(standby);
        if (told != null && !told.applicationName().isEmpty()) {
            return told.applicationName();
        }
        String cluster = standby == null ? "" : standby.facts().clusterName();
        return cluster.isEmpty() ? "walreceiver" : cluster;
    }

    private static String state(Sighting upstream, Sighting standby, @Nullable Sender sender) {
        if (sender != null) {
            return sender.hidden() ? fromBelow(standby, "streaming") : sender.state();
        }
        // of an upstream that we can't ask, the standby is the only witness
        return upstream.reading() == null ? fromBelow(standby, Link.DOWN) : Link.DOWN;
    }

    private static String fromBelow(Sighting standby, String otherwise) {
        MemberReading reading = standby.reading();
        WalReceiver receiver = reading == null ? null : reading.receiver();
        return receiver == null || receiver.status().isEmpty() ? otherwise : receiver.status();
    }

    private void logical(Sighting member, MemberReading reading, SubscriptionReading subscription, List<Link> links) {
        boolean fresh = member.reading() != null;
        Severity severity = fresh ? subscriptionAlarms.look(member, reading, subscription) : Severity.WARNING;
        Sighting publisher = scene.cast().publisher(member, subscription);
        if (publisher == null || !reading.primary()) {
            return;
        }
        Sender sender = sender(publisher, subscription);
        MemberReading above = publisher.reading();
        Lag lag = sender == null || above == null
                ? Lag.UNKNOWN
                : Lags.logical(above.position().end(), sender);
        links.add(new Link(
                publisher.id(),
                member.id(),
                LinkKind.LOGICAL,
                subscription.name(),
                sender == null ? Link.DOWN : sender.hidden() ? "streaming" : sender.state(),
                subscription.slot(),
                lag,
                sender == null ? Severity.CRITICAL : severity.or(late(lag)),
                details(sender, lag, null)));
    }

    private @Nullable Sender sender(Sighting publisher, SubscriptionReading subscription) {
        Map<Sender, Sighting> served = scene.cast().served(publisher);
        return served.keySet().stream()
                .filter(sender -> sender.logical() && sender.slot().equals(subscription.slot()))
                .findFirst()
                .orElse(null);
    }

    private static Severity late(Lag lag) {
        Long bytes = lag.replayedBytes();
        if (bytes == null || bytes < Limits.LAG_BYTES) {
            return Severity.NONE;
        }
        return bytes < Limits.LAG_BYTES_CRITICAL ? Severity.WARNING : Severity.CRITICAL;
    }

    private static List<Detail> details(@Nullable Sender sender, Lag lag, @Nullable Duration silence) {
        List<Detail> details = new ArrayList<>();
        if (sender != null) {
            add(details, "State", sender.state());
            add(details, "Calls itself", sender.applicationName());
            add(details, "Enters as", sender.user());
            add(details, "Comes from", sender.clientAddress() == null ? "" : sender.clientAddress());
            add(details, "Slot", sender.slot());
            if (!sender.logical()) {
                add(details, "Commits", sender.syncState());
                add(details, "Priority", Integer.toString(sender.syncPriority()));
                add(details, "hot_standby_feedback holds", sender.backendXmin());
            }
        }
        add(details, "Not sent", Scene.bytes(lag.sentBytes()));
        stage(details, "Not written", lag.writtenBytes(), lag.writeMillis());
        stage(details, "Not flushed", lag.flushedBytes(), lag.flushMillis());
        stage(details, "Not replayed", lag.replayedBytes(), lag.replayMillis());
        if (silence != null) {
            details.add(new Detail("Last word", Spans.words(silence) + " ago", Severity.CRITICAL));
        }
        return details;
    }

    private static void stage(List<Detail> details, String label, @Nullable Long bytes, @Nullable Long millis) {
        String time = millis == null ? "" : ", " + Scene.millis(millis);
        add(details, label, bytes == null ? "" : Scene.bytes(bytes) + time);
    }

    private static void add(List<Detail> details, String label, String value) {
        if (!value.isEmpty()) {
            details.add(new Detail(label, value));
        }
    }
}
