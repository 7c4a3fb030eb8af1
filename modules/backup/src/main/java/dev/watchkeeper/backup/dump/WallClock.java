package dev.watchkeeper.backup.dump;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A time by the clock on the wall of whoever made a dump.
 *
 * @param summer whether that clock was on summer time, where nothing says its zone: of the hour that comes twice
 * @param zone as it stands in the dump: {@code CEST}, {@code +0330}; empty if it says none
 */
record WallClock(LocalDateTime time, boolean summer, String zone) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    /**
     * When that was. A name of a zone stands for several of them, so that of the host goes first.
     *
     * @param host the zone of the host where the dump lies, for what says none, or one that nobody knows
     */
    Instant instant(ZoneId host) {
        ZonedDateTime early = time.atZone(host).withEarlierOffsetAtOverlap();
        ZonedDateTime late = early.withLaterOffsetAtOverlap();
        if (zone.isEmpty()) {
            return (summer ? early : late).toInstant();
        }
        return Stream.of(early, late)
                .filter(one -> NAME.format(one).equals(zone))
                .findFirst()
                .or(this::elsewhere)
                .orElse(late)
                .toInstant();
    }

    private Optional<ZonedDateTime> elsewhere() {
        try {
            ZoneId named = zone.matches("[+-]\\d.*") ? ZoneOffset.of(zone) : ZoneId.from(NAME.parse(zone));
            return Optional.of(time.atZone(named));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
