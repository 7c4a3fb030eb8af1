package dev.watchkeeper.backup.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A time of cron's as systemd writes times: weekdays, date, time. */
final class CronCalendar {
    private static final List<String> WEEKDAYS = List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat");

    private CronCalendar() {}

    static List<String> of(CronTime time) {
        String days = numbers(time, CronField.DAY);
        String weekdays = weekdays(time);
        return time.isEither()
                ? List.of(line(time, "", days), line(time, weekdays, "*"))
                : List.of(line(time, weekdays, days));
    }

    private static String line(CronTime time, String weekdays, String days) {
        return weekdays + "*-" + numbers(time, CronField.MONTH) + "-" + days + " " + numbers(time, CronField.HOUR) + ":"
                + numbers(time, CronField.MINUTE) + ":00";
    }

    private static String weekdays(CronTime time) {
        // systemd's week begins on Monday
        BitSet days = time.values(CronField.WEEKDAY);
        return time.isEvery(CronField.WEEKDAY)
                ? ""
                : IntStream.rangeClosed(1, 7)
                        .map(day -> day % 7)
                        .filter(days::get)
                        .mapToObj(WEEKDAYS::get)
                        .collect(Collectors.joining(",", "", " "));
    }

    private static String numbers(CronTime time, CronField field) {
        return time.isEvery(field)
                ? "*"
                : time.values(field).stream().mapToObj("%02d"::formatted).collect(Collectors.joining(","));
    }
}
