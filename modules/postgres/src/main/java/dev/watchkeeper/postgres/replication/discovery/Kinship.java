package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.SlotReading;
import dev.watchkeeper.postgres.replication.member.SubscriptionReading;
import dev.watchkeeper.postgres.replication.member.Upstream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who belongs to whom. */
final class Kinship {
    static final Duration TOGETHER = Duration.ofSeconds(15);

    private final Places places;

    Kinship(Places places) {
        this.places = places;
    }

    /** Whether the one is of the other's cluster, or one of them subscribes to the other. */
    boolean related(Sighting one, Sighting other) {
        MemberReading reading = one.last();
        MemberReading others = other.last();
        boolean same = reading != null
                && others != null
                && reading.identity().system().equals(others.identity().system());
        return same || subscribes(one, other) || subscribes(other, one);
    }

    private boolean subscribes(Sighting subscriber, Sighting publisher) {
        MemberReading reading = subscriber.last();
        return reading != null && reading.subscriptions().stream().anyMatch(one -> reads(publisher, subscriber, one));
    }

    /** Whether the subscription reads from that member; of one that never answered, only its address can tell. */
    boolean reads(Sighting publisher, Sighting subscriber, SubscriptionReading subscription) {
        Upstream from = subscription.publisher();
        if (publisher.last() == null) {
            return from != null && leadsTo(from, subscriber.address(), null, publisher.addresses());
        }
        return slot(publisher, subscriber, subscription) != null;
    }

    /** The publisher's slot that the subscription reads from; null if it has none. */
    private @Nullable SlotReading slot(Sighting publisher, Sighting subscriber, SubscriptionReading subscription) {
        MemberReading reading = publisher.last();
        if (reading == null) {
            return null;
        }
        return reading.slots().stream()
                .filter(slot -> slot.logical()
                        && !slot.synced()
                        && slot.name().equals(subscription.slot())
                        && feeds(slot, publisher, reading, subscriber, subscription))
                .findFirst()
                .orElse(null);
    }

    private boolean feeds(
            SlotReading slot,
            Sighting publisher,
            MemberReading reading,
            Sighting subscriber,
            SubscriptionReading subscription) {
        Upstream from = subscription.publisher();
        if (from != null) {
            boolean database = from.database().isEmpty() || from.database().equals(slot.database());
            return database && leadsTo(from, subscriber.address(), reading, publisher.addresses());
        }
        // the role may not see the connection string, which names the publisher; slots are called alike everywhere
        SubscriptionReading.Worker worker = subscription.worker();
        return worker != null
                && reading.senders().stream()
                        .filter(sender -> sender.slot().equals(slot.name()))
                        .anyMatch(sender -> Boolean.TRUE.equals(
                                together(publisher, sender.backendStart(), subscriber, worker.startedAt())));
    }

    /**
     * Whether a walsender and a receiving process may be the two ends of one connection: each opens one in its life, right at
     * its beginning. Null if that can't be told.
     */
    static @Nullable Boolean together(
            Sighting upstream, @Nullable Instant sender, Sighting downstream, @Nullable Instant receiver) {
        Duration apart = apart(upstream, sender, downstream, receiver);
        return apart == null ? null : apart.compareTo(TOGETHER) < 0;
    }

    /** How far apart the two began, by the workstation's clock; null if that can't be told. */
    static @Nullable Duration apart(
            Sighting upstream, @Nullable Instant sender, Sighting downstream, @Nullable Instant receiver) {
        if (sender == null || receiver == null) {
            return null;
        }
        boolean oneClock = upstream.here() && downstream.here();
        return oneClock
                ? Duration.between(receiver, sender).abs()
                : Duration.between(downstream.ours(receiver), upstream.ours(sender))
                        .abs();
    }

    /** Whether a server's connection string means that member. */
    boolean leadsTo(Upstream told, HostPort teller, @Nullable MemberReading member, List<HostPort> addresses) {
        for (HostPort host : places.seenFrom(teller, told.hosts())) {
            if (addresses.contains(host)) {
                return true;
            }
            if (member != null
                    && host.port() == member.identity().port()
                    && places.sameHost(host.host(), member.facts().serverAddress())) {
                return true;
            }
        }
        return false;
    }
}
