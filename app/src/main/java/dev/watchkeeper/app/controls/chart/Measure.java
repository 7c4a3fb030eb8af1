package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.history.Metric;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.util.Locale;

/** What a chart's height stands for: how it is written, and which heights are round ones. */
public enum Measure {
    COUNT,
    PER_SECOND,
    /** Milliseconds of work in a second of wall clock. */
    MILLIS_PER_SECOND,
    MILLIS,
    SECONDS,
    BYTES,
    BYTES_PER_SECOND,
    /** 0 to 1. */
    RATIO;

    /** What a metric's numbers are. */
    public static Measure of(Metric.Unit unit) {
        return switch (unit) {
            case COUNT -> COUNT;
            case BYTES -> BYTES;
            case BYTES_PER_SECOND -> BYTES_PER_SECOND;
            case PER_SECOND -> PER_SECOND;
            case SECONDS -> SECONDS;
            case RATIO -> RATIO;
        };
    }

    /** The value with its unit; a dash if there is none. */
    public String words(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return switch (this) {
            case COUNT -> count(value);
            case PER_SECOND -> count(value) + " /s";
            case MILLIS_PER_SECOND -> millis(value) + "/s";
            case MILLIS -> millis(value);
            case SECONDS -> Spans.words(Duration.ofMillis(Math.round(value * 1000)));
            case BYTES -> Sizes.bytes(Math.round(value));
            case BYTES_PER_SECOND -> Sizes.bytes(Math.round(value)) + "/s";
            case RATIO -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
        };
    }

    /** The next round number that is not smaller; above 0. */
    double roundUp(double value) {
        return switch (this) {
            case BYTES, BYTES_PER_SECOND -> binary(Math.max(value, 1024));
            case COUNT -> decimal(Math.max(value, 2));
            case RATIO -> value > 0.5 ? 1 : decimal(Math.max(value, 0.01));
            case SECONDS -> value > 50 ? minutes(value) : decimal(Math.max(value, 1e-3));
            default -> decimal(Math.max(value, 1e-3));
        };
    }

    /** Whole minutes, hours or days, of which half is a short word too. */
    private static double minutes(double value) {
        for (double round : new double[] {60, 120, 240, 600, 1200, 3600, 7200, 14_400, 43_200}) {
            if (value <= round * 1.0001) {
                return round;
            }
        }
        return 86_400 * Math.pow(2, Math.ceil(Math.log(value / 86_400) / Math.log(2) - 1e-9));
    }

    private static double binary(double value) {
        return Math.pow(2, Math.ceil(Math.log(value) / Math.log(2) - 1e-9));
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double decimal(double value) {
        double unit = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
        double factor = value / unit;
        return unit * (factor <= 1.0001 ? 1 : factor <= 2.0001 ? 2 : factor <= 5.0001 ? 5 : 10);
    }

    private static String count(double value) {
        double size = Math.abs(value);
        return size >= 100 || value == Math.rint(value)
                ? Sizes.count(Math.round(value))
                : String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String millis(double value) {
        if (value < 1000) {
            return String.format(Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%.0f ms" : "%.1f ms", value);
        }
        return value < 60_000
                ? String.format(Locale.ROOT, value % 1000 == 0 ? "%.0f s" : "%.1f s", value / 1000)
                : Spans.words(Duration.ofMillis(Math.round(value)));
    }
}
