package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.history.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * At which moments an axis of time is marked: at whole ones by the clock on the wall, also on the days when that is put
 * forward or back.
 */
public final class Ticks {
    /** Steps within a day; each divides a day. */
    private static final List<Duration> WITHIN_A_DAY = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** Steps of whole days or of whole months. */
    private record Stride(int days, int months) {
        private LocalDate after(LocalDate date) {
            return date.plusDays(days).plusMonths(months);
        }

        private long roughDays() {
            return days + 30L * months;
        }
    }

    private static final List<Stride> DAYS = List.of(
            new Stride(1, 0),
            new Stride(2, 0),
            new Stride(7, 0),
            new Stride(0, 1),
            new Stride(0, 3),
            new Stride(0, 12));

    /** Offsets from UTC are multiples of a quarter of an hour: every whole step by the wall's clock is among these. */
    private static final Duration FINE = Duration.ofMinutes(5);

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy");

    /** One of them, with its label. */
    public record Tick(Instant at, String label) {}

    private Ticks() {}

    /**
     * @param most how many there may be; at least 2
     */
    public static List<Tick> of(Interval interval, ZoneId zone, int most) {
        for (Duration step : WITHIN_A_DAY) {
            if (interval.length().dividedBy(step) <= most) {
                return within(interval, zone, step);
            }
        }
        for (Stride step : DAYS) {
            if (interval.length().toDays() / step.roughDays() <= most) {
                return days(interval, zone, step);
            }
        }
        return days(interval, zone, DAYS.getLast());
    }

    private static List<Tick> within(Interval interval, ZoneId zone, Duration step) {
        long fine = Math.min(step.toSeconds(), FINE.toSeconds());
        List<Tick> ticks = new ArrayList<>();
        long from = Math.ceilDiv(interval.from().getEpochSecond(), fine) * fine;
        for (long second = from; second <= interval.to().getEpochSecond(); second += fine) {
            ZonedDateTime at = Instant.ofEpochSecond(second).atZone(zone);
            if (at.toLocalTime().toSecondOfDay() % step.toSeconds() == 0) {
                ticks.add(new Tick(at.toInstant(), clock(at, step)));
            }
        }
        return ticks;
    }

    private static String clock(ZonedDateTime at, Duration step) {
        if (at.toLocalTime().toSecondOfDay() == 0) {
            return DAY.format(at);
        }
        return (step.compareTo(Duration.ofMinutes(1)) < 0 ? SECOND : MINUTE).format(at);
    }

    private static List<Tick> days(Interval interval, ZoneId zone, Stride step) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate date = first(interval.from().atZone(zone).toLocalDate(), step);
        while (true) {
            Instant at = date.atStartOfDay(zone).toInstant();
            if (at.isAfter(interval.to())) {
                return ticks;
            }
            if (!at.isBefore(interval.from())) {
                ticks.add(new Tick(at, label(date, step)));
            }
            date = step.after(date);
        }
    }

    /** The last whole step not after this day. */
    private static LocalDate first(LocalDate day, Stride step) {
        if (step.months() > 0) {
            return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / step.months() * step.months() + 1);
        }
        if (step.days() == 7) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        return day.minusDays(Math.floorMod(day.toEpochDay(), step.days()));
    }

    private static String label(LocalDate day, Stride step) {
        if (step.months() == 0) {
            return DAY.format(day);
        }
        return (day.getDayOfYear() == 1 ? YEAR : MONTH).format(day);
    }
}
