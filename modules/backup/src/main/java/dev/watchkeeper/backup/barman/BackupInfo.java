package dev.watchkeeper.backup.barman;

import dev.watchkeeper.backup.wal.Lsn;
import dev.watchkeeper.backup.wal.WalName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A {@code backup.info}: lines of {@code key=value}, where {@code None} is nothing. */
final class BackupInfo {
    /** Python's way to write a moment: {@code 2026-11-20 08:47:22.721714+00:00}. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    private final Map<String, String> values = new HashMap<>();

    BackupInfo(String text) {
        text.lines()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> values.put(parts[0].strip(), parts[1].strip()));
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty() && !value.equals("None"));
    }

    OptionalLong number(String key) {
        return text(key)
                .filter(value -> value.matches("\\d{1,18}"))
                .map(value -> OptionalLong.of(Long.parseLong(value)))
                .orElse(OptionalLong.empty());
    }

    OptionalInt timeline() {
        OptionalLong timeline = number("timeline");
        return timeline.isPresent() ? OptionalInt.of((int) timeline.getAsLong()) : OptionalInt.empty();
    }

    Optional<Instant> instant(String key) {
        try {
            return text(key).map(value -> OffsetDateTime.parse(value, TIME).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** {@code 15.20} of 150020, {@code 9.6.24} of 90624. */
    Optional<String> version() {
        OptionalLong version = number("version");
        if (version.isEmpty()) {
            return Optional.empty();
        }
        long number = version.getAsLong();
        return Optional.of(
                number >= 100_000
                        ? number / 10_000 + "." + number % 10_000
                        : number / 10_000 + "." + number / 100 % 100 + "." + number % 100);
    }

    /** The last segment that it needs: what ends at a segment's first byte needs only the one before it. */
    Optional<String> lastSegment() {
        OptionalLong end = Lsn.parse(text("end_xlog").orElse(""));
        OptionalLong size = number("xlog_segment_size");
        if (end.isPresent() && size.isPresent() && timeline().isPresent()) {
            return Optional.of(WalName.holding(timeline().getAsInt(), end.getAsLong() - 1, size.getAsLong())
                    .toString());
        }
        return text("end_wal");
    }
}
