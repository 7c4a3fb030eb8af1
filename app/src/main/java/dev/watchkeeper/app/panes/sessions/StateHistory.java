package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.controls.StackedArea;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.sessions.Rates;
import dev.watchkeeper.postgres.sessions.SessionList;
import dev.watchkeeper.postgres.sessions.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What the strip remembers: how many were in which state over the last minutes, and the counters of the last minute. */
final class StateHistory {
    static final Duration REMEMBERED = Duration.ofMinutes(15);
    static final List<StateGroup> LAYERS =
            List.of(StateGroup.IDLE, StateGroup.ACTIVE, StateGroup.IN_TRANSACTION, StateGroup.WAITING);

    private static final Duration RATES_OVER = Duration.ofMinutes(1);

    private final Deque<StackedArea.Point> points = new ArrayDeque<>();
    private final Deque<Vitals.Counters> counters = new ArrayDeque<>();

    /** Takes note of a new snapshot; of one that it knows already, nothing. */
    void add(SessionsModel model) {
        Snapshot<SessionList> snapshot = model.snapshot();
        double at = seconds(snapshot.takenAt());
        if (!points.isEmpty() && points.getLast().at() >= at) {
            return;
        }
        points.add(new StackedArea.Point(at, LAYERS.stream().map(model::count).toList()));
        while (points.getFirst().at() < at - REMEMBERED.toSeconds()) {
            points.removeFirst();
        }
        counters.add(snapshot.value().vitals().counters());
        Instant oldest = counters.getLast().at().minus(RATES_OVER);
        while (counters.size() > 2 && counters.getFirst().at().isBefore(oldest)) {
            counters.removeFirst();
        }
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    List<StackedArea.Point> points() {
        return List.copyOf(points);
    }

    /** How much time the chart is to show, in seconds: all that is known, at least two seconds. */
    double span() {
        double known =
                points.isEmpty() ? 0 : points.getLast().at() - points.getFirst().at();
        return Math.clamp(known, 2, (double) REMEMBERED.toSeconds());
    }

    /** Over the last minute; empty until there are two snapshots, and again after counters were reset. */
    Optional<Rates> rates() {
        if (counters.size() < 2) {
            return Optional.empty();
        }
        Optional<Rates> rates = Rates.between(counters.getFirst(), counters.getLast());
        if (rates.isEmpty()) {
            Vitals.Counters newest = counters.getLast();
            counters.clear();
            counters.add(newest);
        }
        return rates;
    }
}
