package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.postgres.pulse.Pulse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notices what happened to a server between two looks. Not thread-safe. */
final class ServerEvents {
    private @Nullable Pulse before;

    /** Starts and changes of role since the pulse before. */
    List<HistoryEvent> of(Pulse now) {
        Pulse last = before;
        before = now;
        if (last == null) {
            return List.of();
        }
        List<HistoryEvent> events = new ArrayList<>();
        if (!last.startedAt().equals(now.startedAt())) {
            events.add(new HistoryEvent(now.startedAt(), HistoryEvent.Kind.RESTART, "server started"));
        }
        if (last.standby() != now.standby()) {
            events.add(new HistoryEvent(
                    now.takenAt(),
                    HistoryEvent.Kind.FAILOVER,
                    now.standby() ? "became a standby" : "promoted to primary"));
        }
        return events;
    }

    /** What to mark for an interruption of the statements' counters; a restart is marked by its pulse. */
    static Optional<HistoryEvent> of(Interruption interruption) {
        return switch (interruption.kind()) {
            case RESET ->
                Optional.of(new HistoryEvent(
                        interruption.at(), HistoryEvent.Kind.RESET, "statement statistics were reset"));
            case EVICTION ->
                Optional.of(new HistoryEvent(
                        interruption.at(), HistoryEvent.Kind.EVICTION, "seldom used statements were thrown out"));
            case RESTART, UNSEEN -> Optional.empty();
        };
    }
}
