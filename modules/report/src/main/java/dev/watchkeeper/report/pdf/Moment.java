package dev.watchkeeper.report.pdf;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as it is written in documents: with its zone, always. */
final class Moment {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Moment() {}

    /** {@code 2026-03-02 14:29:52 UTC}. */
    static String utc(Instant moment) {
        return FORMAT.format(moment.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** {@code 2026-03-02 15:29:52 Europe/Berlin (+01:00)}. */
    static String local(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        String offset = there.getOffset().equals(ZoneOffset.UTC)
                ? "+00:00"
                : there.getOffset().getId();
        boolean named = !(zone.normalized() instanceof ZoneOffset);
        return FORMAT.format(there) + (named ? " " + zone.getId() + " (" + offset + ")" : " " + offset);
    }
}
