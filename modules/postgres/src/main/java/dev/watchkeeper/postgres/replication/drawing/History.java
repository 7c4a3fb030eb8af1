package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.SlotReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the last minutes brought, for all that shows only over time. For one thread. */
final class History {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration RATE_OVER = Duration.ofMinutes(1);
    /** What a slot keeps goes up and down with each commit; over less time it tells nothing. */
    private static final Duration SLOT_OVER = Duration.ofSeconds(10);

    private static final int LAGS = 12;

    private final Map<String, Deque<Mark>> marks = new HashMap<>();
    private final Map<String, Deque<Long>> lags = new HashMap<>();
    private final Map<String, MemberReading> newest = new HashMap<>();
    private final Map<String, Instant> inactive = new HashMap<>();
    /** Where standbys with something to replay stand, as they were first seen there. */
    private final Map<String, Mark> waiting = new HashMap<>();

    /** Takes in a refresh. */
    void learn(List<Sighting> members) {
        for (Sighting member : members) {
            MemberReading reading = member.reading();
            if (reading != null) {
                newest.put(member.id(), reading);
                learn(member.id(), Mark.of(reading));
                reading.slots().forEach(slot -> learn(member.id() + " " + slot.name(), slot, reading.takenAt()));
            }
        }
    }

    private void learn(String id, Mark mark) {
        Mark before = waiting.get(id);
        if (!mark.hasUnreplayed()) {
            waiting.remove(id);
        } else if (before == null || !before.comparesTo(mark) || !Objects.equals(before.replayed(), mark.replayed())) {
            waiting.put(id, mark);
        }
        Deque<Mark> past = marks.computeIfAbsent(id, one -> new ArrayDeque<>());
        if (!past.isEmpty() && !past.getLast().comparesTo(mark)) {
            past.clear();
        }
        past.addLast(mark);
        while (Duration.between(past.getFirst().takenAt(), mark.takenAt()).compareTo(KEPT) > 0) {
            past.removeFirst();
        }
    }

    private void learn(String key, SlotReading slot, Instant now) {
        if (slot.active()) {
            inactive.remove(key);
        } else {
            inactive.putIfAbsent(key, now);
        }
    }

    /** Bytes of WAL a second over the last minute, at first since the counter was reset; null if not known. */
    @Nullable
    Double walRate(String id) {
        Double measured = rate(id, Duration.ZERO, Mark::end);
        MemberReading now = newest.get(id);
        if (measured != null || now == null || !now.primary() || now.wal().resetAt() == null) {
            return measured;
        }
        double seconds = seconds(now.wal().resetAt(), now.takenAt());
        return seconds < 1 ? null : now.wal().bytes() / seconds;
    }

    /** How fast a slot in use keeps more, in bytes a second; null if that can't be told yet, or it doesn't. */
    @Nullable
    Double growth(String id, SlotReading slot) {
        return rate(id, SLOT_OVER, mark -> mark.retained().get(slot.name()));
    }

    /** Since when a slot has no user: as the server says it, else since the console has seen it so; null while it has one. */
    @Nullable
    Instant inactiveSince(String id, SlotReading slot) {
        if (slot.active()) {
            return null;
        }
        return slot.inactiveSince() == null ? inactive.get(id + " " + slot.name()) : slot.inactiveSince();
    }

    /** Queries that replay cancelled in the last minutes. */
    long conflicts(String id) {
        return grown(id, Mark::conflicts);
    }

    /** Failures of a subscription in the last minutes. */
    long failures(String id, String subscription) {
        return grown(id, mark -> mark.failures().get(subscription));
    }

    /** Rows of a subscription that did not fit, in the last minutes. */
    long rowConflicts(String id, String subscription) {
        return grown(id, mark -> mark.rowConflicts().get(subscription));
    }

    /** Whether the standby has something to replay, and has not moved since the last refresh. */
    boolean stalled(String id) {
        Deque<Mark> past = marks.get(id);
        if (past == null || past.size() < 2) {
            return false;
        }
        Iterator<Mark> backwards = past.descendingIterator();
        Mark now = backwards.next();
        Mark before = backwards.next();
        return now.hasUnreplayed() && before.hasUnreplayed() && Objects.equals(now.replayed(), before.replayed());
    }

    /** When the standby had replayed all that it had received, last; null if that was not seen. */
    @Nullable
    Instant caughtUpAt(String id) {
        Deque<Mark> past = marks.get(id);
        return past == null
                ? null
                : past.reversed().stream()
                        .filter(mark -> !mark.hasUnreplayed())
                        .map(Mark::takenAt)
                        .findFirst()
                        .orElse(null);
    }

    /** Since when the standby has been seen where it stands now, with something to replay; null if it moves. */
    @Nullable
    Instant waitingSince(String id) {
        Mark since = waiting.get(id);
        return since == null ? null : since.takenAt();
    }

    /** Takes in how far a standby is behind. */
    void learnLag(String id, @Nullable Long bytes) {
        Deque<Long> past = lags.computeIfAbsent(id, one -> new ArrayDeque<>());
        if (bytes == null || (!past.isEmpty() && bytes < past.getLast())) {
            past.clear();
        }
        if (bytes != null) {
            past.addLast(bytes);
        }
        if (past.size() > LAGS) {
            past.removeFirst();
        }
    }

    /** Whether a standby has fallen back in each of the last refreshes, and much in all. */
    boolean growing(String id) {
        Deque<Long> past = lags.get(id);
        return past != null && past.size() >= 4 && past.getLast() - past.getFirst() >= Limits.GROWING_BYTES;
    }

    /** From the oldest mark of the last minute; null also where a counter went back. */
    private @Nullable Double rate(String id, Duration atLeast, Function<Mark, @Nullable Long> figure) {
        Deque<Mark> past = marks.get(id);
        if (past == null || past.size() < 2) {
            return null;
        }
        Mark now = past.getLast();
        for (Mark then : past) {
            Duration age = Duration.between(then.takenAt(), now.takenAt());
            if (age.compareTo(RATE_OVER) <= 0) {
                Long before = figure.apply(then);
                Long after = figure.apply(now);
                boolean tells = before != null && after != null && after >= before && age.compareTo(atLeast) > 0;
                return tells ? (after - before) / seconds(then.takenAt(), now.takenAt()) : null;
            }
        }
        return null;
    }

    private long grown(String id, Function<Mark, @Nullable Long> figure) {
        Deque<Mark> past = marks.get(id);
        if (past == null) {
            return 0;
        }
        Long before = figure.apply(past.getFirst());
        Long after = figure.apply(past.getLast());
        return before == null || after == null ? 0 : Math.max(0, after - before);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
