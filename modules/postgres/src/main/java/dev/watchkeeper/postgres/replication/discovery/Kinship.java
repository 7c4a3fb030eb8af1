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
    private static final Duration TOGETHER = Duration.ofSeconds(15);

    private final Places places;

    Kinship(Places places) {
        this.places = places;
    }

    /** Whether the one is of the other's cluster, or one of them subscribes to the other. */
    boolean related(Sighting one, Sighting other) {
        MemberReading reading = one.last();
        MemberReading others = other.last();
        if (reading == null || others == null) {
            return false;
        }
        return reading.identity().system().equals(others.identity().system())
                || subscribes(one, other)
                || subscribes(other, one);
    }

    private boolean subscribes(Sighting subscriber, Sighting publisher) {
        MemberReading reading = subscriber.last();
        return reading != null
                && reading.subscriptions().stream().anyMatch(one -> slot(publisher, subscriber, one) != null);
    }

    /** The publisher's slot that the subscription reads from; null if it has none. */
    @Nullable
    SlotReading slot(Sighting publisher, Sighting subscriber, SubscriptionReading subscription) {
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
        if (sender == null || receiver == null) {
            return null;
        }
        Duration between = Duration.between(downstream.ours(receiver), upstream.ours(sender));
        return between.abs().compareTo(TOGETHER) < 0;
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
