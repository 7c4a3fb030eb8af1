package dev.watchkeeper.backup.wal;

import dev.watchkeeper.backup.WalArchive;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Positions in the WAL as text: {@code 0/B000028}. */
public final class Lsn {
    private static final Pattern TEXT = Pattern.compile("([0-9A-Fa-f]{1,8})/([0-9A-Fa-f]{1,8})");
    private static final long SMALLEST = 1L << 20;
    private static final long LARGEST = 1L << 30;

    private Lsn() {}

    /** As a number of bytes; empty if it is none. */
    public static OptionalLong parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        return matcher.matches()
                ? OptionalLong.of(Long.parseLong(matcher.group(1), 16) << 32 | Long.parseLong(matcher.group(2), 16))
                : OptionalLong.empty();
    }

    /** The size of segments with which this position lies in this segment; empty if none does. */
    public static OptionalLong segmentBytes(long lsn, WalName segment) {
        if (WalName.holding(segment.timeline(), lsn, WalArchive.USUAL_SEGMENT).equals(segment)) {
            return OptionalLong.of(WalArchive.USUAL_SEGMENT);
        }
        for (long size = SMALLEST; size <= LARGEST; size *= 2) {
            if (WalName.holding(segment.timeline(), lsn, size).equals(segment)) {
                return OptionalLong.of(size);
            }
        }
        return OptionalLong.empty();
    }
}
