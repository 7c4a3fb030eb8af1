package dev.watchkeeper.postgres.replication.member;

import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.HostPort;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one refresh reads from one server. Immutable.
 *
 * @param address where it was reached
 * @param takenAt by its own clock
 * @param receiver null if there is none
 * @param upstream what {@code primary_conninfo} says; null on a primary, or if the role may not see it
 * @param repmgr empty without repmgr's tables in this database; not read each time
 * @param repmgrDatabase whether there is a database called repmgr
 */
public record MemberReading(
        HostPort address,
        Instant takenAt,
        ServerVersion version,
        ServerIdentity identity,
        ServerFacts facts,
        WalPosition position,
        @Nullable WalReceiver receiver,
        @Nullable Upstream upstream,
        ServerSettings settings,
        Archiver archiver,
        WalStatistics wal,
        Rights rights,
        List<Sender> senders,
        List<SlotReading> slots,
        List<SubscriptionReading> subscriptions,
        List<RepmgrNode> repmgr,
        boolean repmgrDatabase,
        Cost cost) {
    public MemberReading {
        senders = List.copyOf(senders);
        slots = List.copyOf(slots);
        subscriptions = List.copyOf(subscriptions);
        repmgr = List.copyOf(repmgr);
    }

    /** Whether it takes writes. */
    public boolean primary() {
        return !position.standby();
    }
}
