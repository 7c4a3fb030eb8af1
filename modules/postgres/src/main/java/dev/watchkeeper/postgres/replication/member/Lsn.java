package dev.watchkeeper.postgres.replication.member;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Places in the WAL, as numbers: bytes since its beginning (documentation: type {@code pg_lsn}). */
public final class Lsn {
    private Lsn() {}

    /** Reads {@code 4C/91A2F0B8}. */
    public static long parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("not a place in the WAL: " + text);
        }
        return Long.parseUnsignedLong(text.substring(0, slash), 16) << 32
                | Long.parseUnsignedLong(text.substring(slash + 1), 16);
    }

    /** The same; null for null. */
    public static @Nullable Long parseOrNull(@Nullable String text) {
        return text == null ? null : parse(text);
    }

    /** {@code 4C/91A2F0B8}. */
    public static String text(long lsn) {
        return String.format(Locale.ROOT, "%X/%X", lsn >>> 32, lsn & 0xFFFF_FFFFL);
    }

    /** Bytes from the one to the other, never negative; null if one of them is not known. */
    public static @Nullable Long distance(@Nullable Long from, @Nullable Long to) {
        return from == null || to == null ? null : Math.max(0, to - from);
    }
}
