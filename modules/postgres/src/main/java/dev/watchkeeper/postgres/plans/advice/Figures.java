package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.kernel.text.Sizes;
import java.util.Locale;

/** Numbers in the sentences. */
final class Figures {
    private static final long MB = 1 << 20;

    private Figures() {}

    /** {@code 2.4 million}, {@code 48,120}. */
    static String count(double count) {
        if (count >= 1e9) {
            return String.format(Locale.ROOT, "%.1f billion", count / 1e9);
        }
        if (count >= 1e6) {
            return String.format(Locale.ROOT, "%.1f million", count / 1e6);
        }
        return Sizes.count(Math.round(count));
    }

    /** {@code 1 row}, {@code 2.4 million rows}. */
    static String rows(double count) {
        return count(count) + (Math.round(count) == 1 ? " row" : " rows");
    }

    /** {@code ×19.9}, {@code ×4,010}. */
    static String times(double factor) {
        return "×" + (factor < 100 ? String.format(Locale.ROOT, "%.0f", factor) : count(factor));
    }

    /** A memory setting that is enough: the next power of two, from 8 MB on, in megabytes: {@code 64MB}. */
    static String memory(double bytes) {
        long megabytes = 8;
        while (megabytes * MB < bytes) {
            megabytes *= 2;
        }
        return megabytes + "MB";
    }
}
