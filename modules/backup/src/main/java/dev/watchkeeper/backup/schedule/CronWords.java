package dev.watchkeeper.backup.schedule;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A time of cron's in words. */
final class CronWords {
    /** More times of a day than this are told as a rhythm, where they have one. */
    private static final int TOLD = 4;

    private final CronTime time;
    private final BitSet minutes;
    private final BitSet hours;

    CronWords(CronTime time) {
        this.time = time;
        this.minutes = time.values(CronField.MINUTE);
        this.hours = time.values(CronField.HOUR);
    }

    String words() {
        String days = days();
        boolean always = days.equals("each day");
        String clock = clock();
        return clock.startsWith("at ") ? days + " " + clock : always ? clock : clock + ", " + days;
    }

    private String clock() {
        if (minutes.cardinality() == 1) {
            return hourly("%02d".formatted(minutes.nextSetBit(0)));
        }
        OptionalInt step = step(minutes, CronField.MINUTE);
        String often = time.isEvery(CronField.MINUTE)
                ? "every minute"
                : step.isPresent()
                        ? "every " + step.getAsInt() + " minutes"
                        : "at minute " + list(minutes, Integer::toString) + " of each hour";
        return time.isEvery(CronField.HOUR)
                ? often.replaceFirst("^at minute", "each hour at minute").replace(" of each hour", "")
                : often.replace(" of each hour", "") + " of the " + (hours.cardinality() == 1 ? "hour " : "hours ")
                        + list(hours, Integer::toString);
    }

    private String hourly(String minute) {
        if (time.isEvery(CronField.HOUR)) {
            return "each hour at :" + minute;
        }
        OptionalInt step = step(hours, CronField.HOUR);
        if (hours.cardinality() > TOLD && step.isPresent()) {
            return "every " + step.getAsInt() + " hours at :" + minute;
        }
        return "at " + list(hours, hour -> "%02d:%s".formatted(hour, minute));
    }

    /** Where they come as {@code *}{@code /n} does. */
    private static OptionalInt step(BitSet values, CronField field) {
        int first = values.nextSetBit(0);
        int step = values.nextSetBit(first + 1) - first;
        boolean even = first == field.least()
                && step > 1
                && (field.last() + 1) % step == 0
                && values.cardinality() == (field.last() + 1) / step;
        BitSet wanted = new BitSet();
        for (int i = first; even && i <= field.last(); i += step) {
            wanted.set(i);
        }
        return even && wanted.equals(values) ? OptionalInt.of(step) : OptionalInt.empty();
    }

    private String days() {
        boolean anyDate = time.isEvery(CronField.DAY);
        boolean anyWeekday = time.isEvery(CronField.WEEKDAY);
        String months = time.isEvery(CronField.MONTH)
                ? ""
                : list(
                        time.values(CronField.MONTH),
                        month -> Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        String dates = "on the " + list(time.values(CronField.DAY), CronWords::ordinal) + " of "
                + (months.isEmpty() ? "each month" : months);
        String in = months.isEmpty() ? "" : " in " + months;
        if (anyDate && anyWeekday) {
            return "each day" + in;
        }
        if (anyWeekday) {
            return dates;
        }
        return anyDate ? weekdays() + in : dates + (time.isEither() ? " and " : ", if it is one of ") + weekdays() + in;
    }

    private String weekdays() {
        List<Integer> days = IntStream.rangeClosed(1, 7)
                .filter(day -> time.values(CronField.WEEKDAY).get(day % 7))
                .boxed()
                .toList();
        int first = days.getFirst();
        int last = days.getLast();
        return days.size() > 2 && last - first == days.size() - 1
                ? weekday(first) + " to " + weekday(last)
                : join(days.stream().map(day -> weekday(day) + "s").toList());
    }

    private static String weekday(int day) {
        return DayOfWeek.of(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String ordinal(int day) {
        boolean teen = day > 10 && day < 14;
        return day + (teen ? "th" : day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th");
    }

    private static String list(BitSet values, IntFunction<String> word) {
        int first = values.nextSetBit(0);
        int count = values.cardinality();
        boolean isRange = count > TOLD && values.nextClearBit(first) - first == count;
        return isRange
                ? word.apply(first) + " to " + word.apply(first + count - 1)
                : join(values.stream().mapToObj(word).collect(Collectors.toList()));
    }

    private static String join(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
