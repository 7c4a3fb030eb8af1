package dev.watchkeeper.kernel.text;

import java.util.Locale;

/** Counts and sizes as a DBA reads them. */
public final class Sizes {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB", "EB"};

    private Sizes() {}

    /** {@code 41 MB}, {@code 3.2 GB}: units of 1024, as PostgreSQL counts them; one decimal below ten. */
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        // what would be rounded to 1024 belongs to the next unit
        while (Math.abs(value) >= (unit == 0 ? 1024 : 1023.5) && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        boolean whole = unit == 0 || Math.abs(value) >= 9.95;
        return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }

    /** {@code 1,204}: thousands apart. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 session}, {@code 412 sessions}. */
    public static String of(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }
}
