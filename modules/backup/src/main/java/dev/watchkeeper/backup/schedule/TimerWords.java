package dev.watchkeeper.backup.schedule;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Times of systemd's, as it shows them, in words: those that cron could say as well. */
final class TimerWords {
    private static final Pattern TIME = Pattern.compile(
            "(?:([A-Za-z,.]+) )?\\*-([0-9*,./]+)-([0-9*,./]+) ([0-9*,./]+):([0-9*,./]+):00(?: (\\S+))?");

    private TimerWords() {}

    /** @param when several with {@code ; } between; empty for one that counts from when something happened */
    static String of(String when) {
        return when.isBlank()
                ? "some time after something happened"
                : Arrays.stream(when.split("; ", -1)).map(TimerWords::one).collect(Collectors.joining(", and "));
    }

    private static String one(String calendar) {
        Matcher matcher = TIME.matcher(calendar);
        if (!matcher.matches()) {
            return calendar;
        }
        String weekdays = matcher.group(1) == null ? "*" : cron(matcher.group(1), 0);
        String days = cron(matcher.group(3), 31);
        // both together mean something else to cron
        if (!weekdays.equals("*") && !days.equals("*")) {
            return calendar;
        }
        String five = String.join(
                " ",
                cron(matcher.group(5), 59),
                cron(matcher.group(4), 23),
                days,
                cron(matcher.group(2), 12),
                weekdays);
        String zone = matcher.group(6) == null ? "" : " " + matcher.group(6);
        return CronTime.read(five).map(time -> time.words() + zone).orElse(calendar);
    }

    private static String cron(String field, int most) {
        return Arrays.stream(field.split(",", -1))
                .map(part -> part.replace("..", "-").replaceFirst("^0*([0-9]+)/", "$1-" + most + "/"))
                .collect(Collectors.joining(","));
    }
}
