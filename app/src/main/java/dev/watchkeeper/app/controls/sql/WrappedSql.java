package dev.watchkeeper.app.controls.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A text whose very long lines are broken for the screen, so that no line costs more than a few screens to lay out; and
 * the way back to the text as it was.
 */
public final class WrappedSql {
    /** Longer lines are broken. */
    private static final int LONG = 1200;
    /** A break is sought in the last so many characters. */
    private static final int SEEK = 200;

    private final String original;
    private final String display;
    /** Where, in the display, line breaks stand that are not in the original. Ascending. */
    private final List<Integer> added;

    private WrappedSql(String original, String display, List<Integer> added) {
        this.original = original;
        this.display = display;
        this.added = added;
    }

    public static WrappedSql of(String original) {
        StringBuilder display = new StringBuilder(original.length() + original.length() / LONG);
        List<Integer> added = new ArrayList<>();
        int from = 0;
        while (from < original.length()) {
            int newline = original.indexOf('\n', from);
            int end = newline < 0 ? original.length() : newline + 1;
            if (end - from <= LONG) {
                display.append(original, from, end);
                from = end;
            } else {
                int cut = cut(original, from);
                display.append(original, from, cut);
                added.add(display.length());
                display.append('\n');
                from = cut;
            }
        }
        return new WrappedSql(original, display.toString(), added);
    }

    private static int cut(String text, int from) {
        int end = from + LONG;
        for (int at = end; at > end - SEEK; at--) {
            if (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == ',') {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    public String original() {
        return original;
    }

    public String display() {
        return display;
    }

    /** The part of the original that a selection in the display means. */
    public String original(int start, int end) {
        return original.substring(back(start), back(end));
    }

    private int back(int position) {
        int breaks = 0;
        while (breaks < added.size() && added.get(breaks) < position) {
            breaks++;
        }
        return position - breaks;
    }
}
