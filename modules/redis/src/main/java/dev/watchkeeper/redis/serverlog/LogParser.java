package dev.watchkeeper.redis.serverlog;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads lines as {@code serverLogRaw} of Redis' server.c writes them: {@code 4711:M 30 Nov 2026 23:50:12.345 * Ready}. Their
 * time is that of the host's zone.
 */
final class LogParser {
    private static final Pattern LINE = Pattern.compile(
            "(\\d{1,18}):([A-Z]) (\\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) ([.*#-]) (.*)");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd MMM yyyy HH:mm:ss.SSS", Locale.ENGLISH);

    private final ZoneId zone;

    LogParser(ZoneId zone) {
        this.zone = zone;
    }

    /** Empty if no message begins with this line. */
    Optional<LogEntry> read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime time = LocalDateTime.parse(parts.group(3), TIME);
            return Level.of(parts.group(4).charAt(0))
                    .map(level -> new LogEntry(
                            time.atZone(zone).toInstant(),
                            Long.parseLong(parts.group(1)),
                            parts.group(2).charAt(0),
                            level,
                            parts.group(5)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
