package dev.watchkeeper.kernel.text;

import java.time.Duration;

/** Durations as a DBA reads them. */
public final class Spans {
    private Spans() {}

    /** For a column of numbers: {@code 0:07}, {@code 4:12}, {@code 1:02:33}, {@code 3d 04:05}; never negative. */
    public static String clock(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        long days = seconds / 86_400;
        if (days > 0) {
            return "%dd %02d:%02d".formatted(days, seconds / 3600 % 24, seconds / 60 % 60);
        }
        if (seconds >= 3600) {
            return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
        }
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** For a sentence: {@code 200 ms}, {@code 1.4 s}, {@code 48 s}, {@code 4 min 12 s}, {@code 38 min}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
    public static String words(Duration span) {
        long millis = Math.max(0, span.toMillis());
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 10_000) {
            return "%d.%d s".formatted(millis / 1000, millis / 100 % 10);
        }
        long seconds = millis / 1000;
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 600) {
            return seconds % 60 == 0 ? seconds / 60 + " min" : seconds / 60 + " min " + seconds % 60 + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        if (seconds < 86_400) {
            return both(seconds / 3600, "h", seconds / 60 % 60, "min");
        }
        return both(seconds / 86_400, "d", seconds / 3600 % 24, "h");
    }

    private static String both(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + " " + largeUnit : large + " " + largeUnit + " " + small + " " + smallUnit;
    }
}
