package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.history.HistoryEvent;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened, as it stands on the axis: a dashed line with words.
 *
 * @param words one line
 */
public record Mark(Instant at, String words, Tone tone) {
    /** What is kept of the past. */
    public static Mark of(HistoryEvent event) {
        Tone tone = switch (event.kind()) {
            case ALERT, FAILOVER, SCHEMA -> Tone.RED;
            case RESTART, RESET, EVICTION -> Tone.AMBER;
            case PLAN -> Tone.VIOLET;
            case ACTION -> Tone.ACCENT;
        };
        return new Mark(event.at(), event.words(), tone);
    }

    public static List<Mark> of(List<HistoryEvent> events) {
        return events.stream().map(Mark::of).toList();
    }
}
