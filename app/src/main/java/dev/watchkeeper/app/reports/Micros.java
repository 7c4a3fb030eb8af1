package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.util.Locale;

/** Times of commands, from parts of a microsecond to minutes, as a DBA reads them. */
public final class Micros {
    private Micros() {}

    /** {@code 0.8 µs}, {@code 41 µs}, {@code 4.2 ms}, {@code 310 ms}, {@code 1.4 s}; a dash if it is not known. */
    public static String words(double micros) {
        if (Double.isNaN(micros)) {
            return "–";
        }
        if (micros < 999.5) {
            return number(micros) + " µs";
        }
        return micros < 999_500
                ? number(micros / 1000) + " ms"
                : Spans.words(Duration.ofMillis(Math.round(micros / 1000)));
    }

    public static String words(Duration span) {
        return words(span.toNanos() / 1000.0);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 9.95 && value != Math.rint(value) ? "%.1f" : "%.0f", value);
    }

    /** {@code 34 %}; {@code < 1 %} for what is little but there; empty for nothing. */
    public static String share(double share) {
        if (share <= 0) {
            return "";
        }
        return share < 0.01 ? "< 1 %" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** {@code 1,204 /s}, {@code 0.4 /s}. */
    public static String perSecond(double rate) {
        return String.format(Locale.ROOT, rate > 0 && rate < 9.95 ? "%.1f /s" : "%,.0f /s", rate);
    }
}
