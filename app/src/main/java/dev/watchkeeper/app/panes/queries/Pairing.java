package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Two intervals that are worth comparing.
 *
 * @param words for a menu: {@code The last hour with the hour before}
 */
record Pairing(String words, Interval a, Interval b) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Around an event, at most so much before and after. */
    private static final Duration AROUND = Duration.ofMinutes(30);

    /** Less than that tells nothing. */
    private static final Duration LEAST = Duration.ofSeconds(10);

    private static final int EVENTS = 8;

    /** An index is dropped, a moment later plans are seen to be others. */
    private static final Duration ONE_CAUSE = Duration.ofSeconds(90);

    /** What is usually asked: what is other than just before, than yesterday, than a week ago. */
    static List<Pairing> usual(Instant now) {
        return List.of(
                earlier("The last 15 min with those before", now, QUARTER, QUARTER),
                earlier("The last hour with the hour before", now, HOUR, HOUR),
                earlier("The last hour with the same hour yesterday", now, HOUR, Duration.ofDays(1)),
                earlier("The last hour with the same hour a week ago", now, HOUR, Duration.ofDays(7)),
                earlier("The last day with the same day a week ago", now, Duration.ofDays(1), Duration.ofDays(7)));
    }

    private static Pairing earlier(String words, Instant now, Duration length, Duration ago) {
        return new Pairing(words, Interval.last(length, now.minus(ago)), Interval.last(length, now));
    }

    /** Before and after what happened, the newest first. */
    static List<Pairing> around(Past past) {
        Interval visible = past.wanted().visible(past.now());
        List<Pairing> pairs = new ArrayList<>();
        Instant known = past.extent().map(Interval::from).orElse(visible.from());
        List<HistoryEvent> events = past.events();
        for (int i = events.size() - 1; i >= 0; i--) {
            HistoryEvent event = events.get(i);
            Instant from = later(later(event.at().minus(AROUND), known), neighbour(events, i, -1, known));
            Instant to = earlier(event.at().plus(AROUND), neighbour(events, i, 1, past.now()));
            boolean enough = from.plus(LEAST).isBefore(event.at())
                    && event.at().plus(LEAST).isBefore(to);
            if (enough && pairs.size() < EVENTS) {
                String at = CLOCK.format(event.at().atZone(ZoneId.systemDefault()));
                pairs.add(new Pairing(
                        "Before and after " + at + ": " + event.words(),
                        new Interval(from, event.at()),
                        new Interval(event.at(), to)));
            }
        }
        return pairs;
    }

    /** The nearest event before or after that is not about the same moment; else the end that is given. */
    private static Instant neighbour(List<HistoryEvent> events, int index, int step, Instant end) {
        Instant at = events.get(index).at();
        for (int i = index + step; i >= 0 && i < events.size(); i += step) {
            Instant other = events.get(i).at();
            if (Duration.between(at, other).abs().compareTo(ONE_CAUSE) > 0) {
                return other;
            }
        }
        return end;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
