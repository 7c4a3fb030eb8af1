package dev.watchkeeper.backup.base;

import dev.watchkeeper.backup.wal.Lsn;
import dev.watchkeeper.backup.wal.WalName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The text of {@code backup_label}, or of a backup's history file in the archive ({@code SEGMENT.OFFSET.backup}), which
 * also tells how the backup ended (xlogbackup.c, {@code build_backup_content}).
 */
public final class BackupLabel {
    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ENGLISH);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int TIME_DIGITS = 19;

    private final Map<String, String> lines = new HashMap<>();
    private final ZoneId zone;

    /** @param zone that of the host, for abbreviations that mean nothing alone */
    public BackupLabel(String text, ZoneId zone) {
        this.zone = zone;
        text.lines()
                .map(line -> line.split(": ", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> lines.putIfAbsent(parts[0].strip(), parts[1].strip()));
    }

    /** Whether it is one. */
    public boolean isGood() {
        return startLsn().isPresent() && startSegment().isPresent();
    }

    /** {@code 0/B000028} of {@code START WAL LOCATION: 0/B000028 (file 00000001000000000000000B)}. */
    public OptionalLong startLsn() {
        return lsn("START WAL LOCATION");
    }

    public Optional<WalName> startSegment() {
        return segment("START WAL LOCATION");
    }

    /** Only of a history file. */
    public Optional<WalName> stopSegment() {
        return segment("STOP WAL LOCATION");
    }

    public Optional<Instant> startedAt() {
        return time("START TIME");
    }

    /** Only of a history file. */
    public Optional<Instant> stoppedAt() {
        return time("STOP TIME");
    }

    public OptionalInt timeline() {
        return number("START TIMELINE");
    }

    /** Where the one began on which this one builds; empty if it builds on none. */
    public OptionalLong incrementalFrom() {
        return lsn("INCREMENTAL FROM LSN");
    }

    private OptionalLong lsn(String key) {
        return Lsn.parse(lines.getOrDefault(key, "").split(" ", 2)[0]);
    }

    private Optional<WalName> segment(String key) {
        String value = lines.getOrDefault(key, "");
        int at = value.indexOf("(file ");
        return at < 0 ? Optional.empty() : WalName.of(value.substring(at + "(file ".length()));
    }

    private OptionalInt number(String key) {
        String value = lines.getOrDefault(key, "");
        return value.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }

    /** With the abbreviation of the server's {@code log_timezone}. */
    private Optional<Instant> time(String key) {
        String value = lines.getOrDefault(key, "");
        if (value.length() < TIME_DIGITS) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(value.substring(0, TIME_DIGITS), LOCAL);
            return Optional.of(at(local, value));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private Instant at(LocalDateTime local, String value) {
        String abbreviation = value.substring(TIME_DIGITS).strip();
        for (ZonedDateTime one : new ZonedDateTime[] {
            local.atZone(zone).withEarlierOffsetAtOverlap(), local.atZone(zone).withLaterOffsetAtOverlap()
        }) {
            if (DateTimeFormatter.ofPattern("z", Locale.ENGLISH).format(one).equals(abbreviation)) {
                return one.toInstant();
            }
        }
        try {
            return ZonedDateTime.parse(value, ZONED).toInstant();
        } catch (DateTimeException unknown) {
            return local.atZone(zone).toInstant();
        }
    }
}
