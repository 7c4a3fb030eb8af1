package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.workload.Change;
import dev.watchkeeper.kernel.workload.StatementId;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** How figures of statements are written for people, in the pane, on the terminal and in the PDF alike. */
public final class StatementWords {
    /** No line that is looked at is longer than that, in characters. */
    private static final int LINE = 4000;

    /** Bytes; nearly no server is built with another size. */
    private static final int BLOCK = 8192;

    /** What a statement is often headed by, and tells least of it. */
    private static final Pattern COMMENTS = Pattern.compile("\\A(?:\\s++|--[^\\n]*+\\n|/\\*(?:[^*]|\\*(?!/))*+\\*/)++");

    private StatementWords() {}

    /** {@code 41.8 ms}, {@code 0.04 ms}, {@code 158 s}, {@code 4 min 12 s}: three digits as a rule. */
    public static String millis(double millis) {
        if (millis >= 10_000) {
            return Spans.words(Duration.ofMillis(Math.round(millis)));
        }
        if (millis >= 1000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000);
        }
        if (millis >= 100) {
            return String.format(Locale.ROOT, "%.0f ms", millis);
        }
        if (millis >= 0.995) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        return millis <= 0 ? "0 ms" : String.format(Locale.ROOT, millis < 0.0995 ? "%.3f ms" : "%.2f ms", millis);
    }

    /** {@code 34 %}, {@code 0.4 %}, {@code < 0.1 %}; of 0 to 1. */
    public static String percent(double share) {
        double percent = share * 100;
        if (percent >= 9.95) {
            return String.format(Locale.ROOT, "%.0f %%", percent);
        }
        return percent > 0 && percent < 0.1 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    /** {@code ×19.9}, {@code +61 %}, {@code −25 %}: by how much something changed that was 1. */
    public static String factor(double ratio) {
        if (ratio >= 1.995) {
            return "×" + String.format(Locale.ROOT, ratio >= 99.5 ? "%,.0f" : "%.1f", ratio);
        }
        long percent = Math.round((ratio - 1) * 100);
        if (percent == 0) {
            return "±0 %";
        }
        return percent > 0 ? "+" + percent + " %" : "−" + -percent + " %";
    }

    /** {@code 4.1 GB} of so many blocks of 8 KiB; empty for none. */
    public static String blocks(long blocks) {
        return blocks == 0 ? "" : Sizes.bytes(blocks * BLOCK);
    }

    /** What the change is, for a badge: {@code new}, {@code ×19.9}, {@code calls ×2.3}; empty if it is no news. */
    public static String change(Change change) {
        return switch (change.kind()) {
            case NEW, GONE -> change.kind().words();
            case SLOWER, FASTER -> factor(change.meanRatio());
            case MORE_CALLS, FEWER_CALLS -> "calls " + factor(change.callsRatio());
            case SAME -> "";
        };
    }

    /** The statement's text on one line, or what stands for it. */
    public static String line(StatementId id, String text) {
        if (id.isOthers()) {
            return "(all others)";
        }
        if (text.isBlank()) {
            return "(text not known)";
        }
        String code = COMMENTS.matcher(text).replaceFirst("");
        String shown = code.isBlank() ? text : code;
        String begin = shown.length() <= LINE ? shown : shown.substring(0, LINE) + "…";
        return begin.strip().replaceAll("\\s+", " ");
    }
}
