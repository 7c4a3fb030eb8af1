package dev.watchkeeper.app.shell;

import java.util.Locale;

/** Matches what is typed against a name: its letters in their order, the closer together the better. */
final class Fuzzy {
    private static final int AT_WORD = 8;
    private static final int IN_ROW = 5;

    private Fuzzy() {}

    /** How well it matches; negative if it does not. An empty query matches everything with 0. */
    static int score(String query, String name) {
        String wanted = query.toLowerCase(Locale.ROOT).replace(" ", "");
        String text = name.toLowerCase(Locale.ROOT);
        int score = 0;
        int from = 0;
        for (int i = 0; i < wanted.length(); i++) {
            int at = best(text, wanted.charAt(i), from);
            if (at < 0) {
                return -1;
            }
            score += worth(text, at, from);
            from = at + 1;
        }
        return Math.max(0, score - text.length() / 8);
    }

    /** The next place, preferring the beginning of a word to the middle of one, unless it follows at once. */
    private static int best(String text, char wanted, int from) {
        int next = text.indexOf(wanted, from);
        if (next == from) {
            return next;
        }
        for (int at = next; at >= 0; at = text.indexOf(wanted, at + 1)) {
            if (startsWord(text, at)) {
                return at;
            }
        }
        return next;
    }

    private static int worth(String text, int at, int from) {
        return 1 + (startsWord(text, at) ? AT_WORD : 0) + (at == from && at > 0 ? IN_ROW : 0);
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
