package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.chart.Layers;
import dev.watchkeeper.app.controls.chart.Mark;
import dev.watchkeeper.app.controls.chart.Strand;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.commandstats.CommandWork;
import dev.watchkeeper.redis.slowlog.Queries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the view shows of one snapshot. Immutable.
 *
 * @param minute of the last minute, or since the start as long as little is known: for the sentence and the figures
 * @param work of the stretch that was chosen
 * @param started when the server was started
 * @param time milliseconds a second, by command
 * @param calls calls a second, by command
 * @param hits share of lookups that hit
 * @param marks restarts and counters that were set to zero
 */
record QueriesModel(
        Snapshot<Queries> snapshot,
        CommandWork minute,
        CommandWork work,
        Instant started,
        Layers time,
        Layers calls,
        Strand hits,
        List<Mark> marks) {
    QueriesModel {
        marks = List.copyOf(marks);
    }

    /** Of which time something tells: {@code last 42 s}, {@code 17:30:02 to 17:31:02}, {@code since the start 3 h 5 min ago}. */
    String stretch(CommandWork told) {
        Instant now = snapshot.takenAt();
        if (told.from().equals(started)) {
            return "since the start " + Spans.words(Duration.between(started, now)) + " ago";
        }
        long seconds = told.length().toSeconds();
        if (told.to().equals(now)) {
            return seconds >= 55 && seconds < 65 ? "last minute" : "last " + Spans.words(told.length());
        }
        return Tables.clock(told.from()) + " to " + Tables.clock(told.to());
    }
}
