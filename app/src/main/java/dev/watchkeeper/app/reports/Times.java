package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments of backups, by the clock on the workstation's wall.
 *
 * @param now what is of another year than this says so
 */
public record Times(ZoneId zone, Instant now) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("MMM d yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern(" z", Locale.ENGLISH);

    /** {@code Nov 20}; {@code Nov 20 2025} of another year. */
    public String day(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        boolean thisYear = there.getYear() == now.atZone(zone).getYear();
        return (thisYear ? DAY : DAY_AND_YEAR).format(there);
    }

    /** {@code Nov 20 02:00}. */
    public String minute(Instant at) {
        return day(at) + " " + MINUTE.format(at.atZone(zone)) + whichOfTwo(at);
    }

    /** {@code Nov 20 02:00:04}. */
    public String second(Instant at) {
        return day(at) + " " + SECOND.format(at.atZone(zone)) + whichOfTwo(at);
    }

    /** {@code 02:21} of today, {@code Nov 19} of another day. */
    public String brief(Instant at) {
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? MINUTE.format(at.atZone(zone)) + whichOfTwo(at) : day(at);
    }

    /** {@code 3 s ago}. */
    public String ago(Instant at) {
        return span(Duration.between(at, now)) + " ago";
    }

    /** {@code 3 s}: without parts of a second, of which no backup knows. */
    public static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        return seconds < 60 ? seconds + " s" : Spans.words(span);
    }

    /** In the night when clocks are put back an hour comes twice: {@code CEST}. */
    private String whichOfTwo(Instant at) {
        LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
        return zone.getRules().getValidOffsets(wall).size() > 1 ? OFFSET.format(at.atZone(zone)) : "";
    }
}
