package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.postgres.replication.member.Lsn;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.ServerIdentity;
import dev.watchkeeper.postgres.replication.member.SlotReading;
import dev.watchkeeper.postgres.replication.member.SubscriptionReading;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a reading, to be compared with later ones.
 *
 * @param retained bytes by slot
 * @param failures by subscription
 * @param rowConflicts by subscription
 */
record Mark(
        Instant takenAt,
        ServerIdentity identity,
        boolean primary,
        @Nullable Long end,
        @Nullable Long replayed,
        @Nullable Long conflicts,
        Map<String, Long> retained,
        Map<String, Long> failures,
        Map<String, Long> rowConflicts) {
    static Mark of(MemberReading reading) {
        Long end = reading.position().end();
        Map<String, Long> retained = new HashMap<>();
        for (SlotReading slot : reading.slots()) {
            Long bytes = Lsn.distance(slot.restartLsn(), end);
            if (bytes != null) {
                retained.put(slot.name(), bytes);
            }
        }
        Map<String, Long> failures = new HashMap<>();
        Map<String, Long> rowConflicts = new HashMap<>();
        for (SubscriptionReading one : reading.subscriptions()) {
            failures.put(
                    one.name(),
                    orZero(one.errors().apply()) + orZero(one.errors().sync()));
            rowConflicts.put(one.name(), orZero(one.errors().conflicts()));
        }
        return new Mark(
                reading.takenAt(),
                reading.identity(),
                reading.primary(),
                end,
                reading.position().replayed(),
                reading.wal().conflicts(),
                Map.copyOf(retained),
                Map.copyOf(failures),
                Map.copyOf(rowConflicts));
    }

    /** Whether the two can be compared: not if the server restarted, was promoted, or its clock was set back. */
    boolean comparesTo(Mark later) {
        return identity.equals(later.identity) && primary == later.primary && !later.takenAt.isBefore(takenAt);
    }

    /** Received and not replayed. */
    boolean hasUnreplayed() {
        return replayed != null && end != null && end > replayed;
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
