package dev.watchkeeper.postgres.serverlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Moments as the server writes them: {@code 2026-03-01 14:13:41.123 CET}. The abbreviation means several zones in the
 * world, so the server's {@code log_timezone} is taken.
 */
final class LogTime {
    private final ZoneId zone;

    private LogTime(ZoneId zone) {
        this.zone = zone;
    }

    /** @param zone {@code log_timezone}; UTC if Java does not know it */
    static LogTime of(String zone) {
        try {
            return new LogTime(ZoneId.of(zone));
        } catch (DateTimeException unknown) {
            return new LogTime(ZoneOffset.UTC);
        }
    }

    /** Null if it is no moment. */
    @Nullable
    Instant read(String text) {
        String[] parts = text.strip().split(" ", -1);
        if (parts.length < 2) {
            return null;
        }
        try {
            return LocalDateTime.parse(parts[0] + "T" + parts[1]).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Of {@code %n}: seconds since 1970 with three decimals. Null if it is none. */
    static @Nullable Instant epoch(String text) {
        try {
            return Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
