package dev.watchkeeper.backup.policy;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.backup.Finding.Status;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One every few hours of real time: whether there was ever a longer pause. */
final class HourRule {
    private final Rule rule;
    private final Seen seen;
    /** Jobs don't begin to the second. */
    private final Duration tolerated;

    HourRule(Rule rule, Seen seen) {
        this.rule = rule;
        this.seen = seen;
        this.tolerated = rule.every().multipliedBy(3).dividedBy(2);
    }

    /**
     * Judges.
     *
     * @param backups those that count, good and bad
     * @param none the status if no good one is there
     */
    Finding judge(List<Backup> backups, Status none) {
        List<Instant> times = backups.stream()
                .filter(seen::isGood)
                .flatMap(backup -> seen.at(backup).stream())
                .sorted()
                .toList();
        if (times.isEmpty()) {
            return new Finding(rule.words(), none, backups.isEmpty() ? "there is none" : "none is good");
        }
        Duration age = Duration.between(times.getLast(), seen.now());
        if (age.compareTo(tolerated) > 0) {
            return new Finding(rule.words(), Status.SHORT, "last one " + Spans.words(age) + " ago");
        }
        return pauses(times);
    }

    private Finding pauses(List<Instant> times) {
        Instant begin = seen.now().minus(rule.kept());
        Instant before = times.getFirst();
        Instant worst = before;
        Duration longest = Duration.ZERO;
        int pauses = 0;
        for (Instant at : times) {
            Duration pause = Duration.between(before.isBefore(begin) ? begin : before, at);
            pauses += pause.compareTo(tolerated) > 0 ? 1 : 0;
            if (pause.compareTo(longest) > 0) {
                longest = pause;
                worst = before.isBefore(begin) ? begin : before;
            }
            before = at;
        }
        if (pauses > 0) {
            String more = pauses == 1 ? "" : "; and " + (pauses - 1) + " more such";
            return new Finding(
                    rule.words(),
                    Status.SHORT,
                    "none for " + Spans.words(longest) + " from " + seen.words(worst) + more);
        }
        return times.getFirst().isAfter(begin.plus(tolerated))
                ? new Finding(rule.words(), Status.SHORT, "the oldest is of " + seen.words(times.getFirst()))
                : new Finding(rule.words(), Status.FINE, "as demanded");
    }
}
