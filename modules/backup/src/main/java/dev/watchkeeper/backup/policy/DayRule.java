package dev.watchkeeper.backup.policy;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.backup.Finding.Status;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One every day, or every few days: whether each of the days, or weeks, that are demanded has a good one. */
final class DayRule {
    /** Days that are told by name; the others are counted. */
    private static final int NAMED = 3;

    private final Rule rule;
    private final Seen seen;
    private final int length;
    private final int demanded;

    DayRule(Rule rule, Seen seen) {
        this.rule = rule;
        this.seen = seen;
        this.length = (int) rule.every().toDays();
        this.demanded = (int) (rule.kept().toDays() / length);
    }

    /** @param backups those that count, good and bad */
    Finding judge(List<Backup> backups) {
        Set<LocalDate> good = days(backups, true);
        Set<LocalDate> bad = days(backups, false);
        if (good.isEmpty()) {
            return new Finding(rule.words(), Status.BROKEN, bad.isEmpty() ? "there is none" : "none is good");
        }
        LocalDate end = end(good);
        List<LocalDate> missing = new ArrayList<>();
        for (int slot = 0; slot < demanded; slot++) {
            LocalDate last = end.minusDays((long) slot * length);
            if (good.stream().noneMatch(day -> isIn(day, last))) {
                missing.add(last);
            }
        }
        return missing.isEmpty()
                ? new Finding(rule.words(), Status.FINE, "as demanded")
                : new Finding(rule.words(), Status.SHORT, detail(missing, good, bad, backups));
    }

    /** A day that is not over yet counts only once it has its backup. */
    private LocalDate end(Set<LocalDate> good) {
        return length > 1 || good.contains(seen.today())
                ? seen.today()
                : seen.today().minusDays(1);
    }

    private boolean isIn(LocalDate day, LocalDate last) {
        return !day.isAfter(last) && day.isAfter(last.minusDays(length));
    }

    private Set<LocalDate> days(List<Backup> backups, boolean good) {
        return backups.stream()
                .filter(backup -> seen.isGood(backup) == good)
                .flatMap(backup -> seen.at(backup).stream())
                .map(seen::day)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String detail(List<LocalDate> missing, Set<LocalDate> good, Set<LocalDate> bad, List<Backup> backups) {
        LocalDate oldest = good.iterator().next();
        List<LocalDate> between = missing.stream()
                .filter(day -> day.isAfter(oldest))
                .sorted(Comparator.reverseOrder())
                .toList();
        String kept = (demanded - missing.size()) + " of " + demanded + (length == 1 ? "" : " weeks") + " kept";
        String since = between.size() < missing.size() ? "; the oldest is of " + seen.words(oldest) : "";
        return kept + failures(between, bad) + since + late(backups);
    }

    private String failures(List<LocalDate> missing, Set<LocalDate> bad) {
        StringBuilder words = new StringBuilder();
        missing.stream().limit(NAMED).forEach(day -> {
            boolean failed = bad.stream().anyMatch(one -> isIn(one, day));
            words.append("; ")
                    .append(length == 1 ? "" : "week to ")
                    .append(seen.words(day))
                    .append(failed ? " failed" : " has none");
        });
        if (missing.size() > NAMED) {
            words.append("; and ").append(missing.size() - NAMED).append(" more");
        }
        return words.toString();
    }

    /** That the newest one is too old is worse than that an old one is missing. */
    private String late(List<Backup> backups) {
        Optional<Instant> newest = backups.stream()
                .filter(seen::isGood)
                .flatMap(backup -> seen.at(backup).stream())
                .max(Comparator.naturalOrder());
        Duration age = newest.map(at -> Duration.between(at, seen.now())).orElse(Duration.ZERO);
        return age.compareTo(rule.every().multipliedBy(2)) > 0 ? "; the last one is " + Spans.words(age) + " old" : "";
    }
}
