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

    /**
     * Before and after what happened, the newest first. What happened shortly one after the other counts as one: an index is
     * dropped, plans are seen to be others, and the drop itself is noticed within a minute.
     */
    static List<Pairing> around(Past past) {
        Instant known = past.extent()
                .map(Interval::from)
                .orElseGet(() -> past.wanted().visible(past.now()).from());
        List<List<HistoryEvent>> groups = groups(past.events());
        List<Pairing> pairs = new ArrayList<>();
        for (int i = groups.size() - 1; i >= 0 && pairs.size() < EVENTS; i--) {
            Instant begin = groups.get(i).getFirst().at();
            Instant end = groups.get(i).getLast().at();
            Instant from = later(
                    begin.minus(AROUND),
                    i == 0 ? known : groups.get(i - 1).getLast().at());
            Instant to = earlier(
                    end.plus(AROUND),
                    i == groups.size() - 1
                            ? past.now()
                            : groups.get(i + 1).getFirst().at());
            if (from.plus(LEAST).isBefore(begin) && end.plus(LEAST).isBefore(to)) {
                pairs.add(new Pairing(words(groups.get(i)), new Interval(from, begin), new Interval(end, to)));
            }
        }
        return pairs;
    }

    private static List<List<HistoryEvent>> groups(List<HistoryEvent> events) {
        List<List<HistoryEvent>> groups = new ArrayList<>();
        for (HistoryEvent event : events) {
            boolean joins = !groups.isEmpty()
                    && Duration.between(groups.getLast().getFirst().at(), event.at())
                                    .compareTo(ONE_CAUSE)
                            <= 0;
            if (joins) {
                groups.getLast().add(event);
            } else {
                groups.add(new ArrayList<>(List.of(event)));
            }
        }
        return groups;
    }

    /** What was done tells more than what was seen of it. */
    private static String words(List<HistoryEvent> group) {
        HistoryEvent event = group.stream()
                .filter(one -> one.kind() != HistoryEvent.Kind.PLAN)
                .findFirst()
                .orElse(group.getFirst());
        String at = CLOCK.format(event.at().atZone(ZoneId.systemDefault()));
        return "Before and after " + at + ": " + event.words();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
