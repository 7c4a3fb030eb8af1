package dev.watchkeeper.backup.wal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A WAL segment by its name: eight digits of timeline, eight of the position's upper half, eight of the segment in it
 * (access/xlog_internal.h).
 *
 * @param high the upper half of the position, as a number
 * @param low which segment of it
 */
public record WalName(int timeline, long high, long low) {
    private static final Pattern NAME = Pattern.compile("([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})");
    private static final int DIGITS = 24;
    private static final long HALF = 1L << 32;

    /** Reads the beginning of a file's name: {@code 00000001000000000000000B}, {@code 00000001000000000000000B.gz}. */
    public static Optional<WalName> of(String name) {
        Matcher matcher = NAME.matcher(name);
        if (name.length() < DIGITS || !matcher.region(0, DIGITS).matches()) {
            return Optional.empty();
        }
        return Optional.of(new WalName(
                Integer.parseUnsignedInt(matcher.group(1), 16),
                Long.parseLong(matcher.group(2), 16),
                Long.parseLong(matcher.group(3), 16)));
    }

    /** The one of this number. */
    public static WalName at(int timeline, long number, long segmentBytes) {
        long each = HALF / segmentBytes;
        return new WalName(timeline, number / each, number % each);
    }

    /** The one in which a position lies. */
    public static WalName holding(int timeline, long lsn, long segmentBytes) {
        return at(timeline, Long.divideUnsigned(lsn, segmentBytes), segmentBytes);
    }

    /** Counted from the beginning of all WAL; the same on every timeline. */
    public long number(long segmentBytes) {
        return high * (HALF / segmentBytes) + low;
    }

    @Override
    public String toString() {
        return "%08X%08X%08X".formatted(timeline, high, low);
    }
}
