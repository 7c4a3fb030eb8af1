package dev.watchkeeper.app.cli;

/** Text from servers made safe for a terminal: a name may hold anything, also what would move the cursor. */
final class Visible {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private Visible() {}

    /** Control and direction characters as escapes: {@code \n}, {@code \x1b}, {@code \u202e}. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    /** The same for text of several lines: line breaks, returns and tabs do what they do. */
    static String lines(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                shown.append((char) c);
            } else {
                append(shown, c);
            }
        });
        return shown.toString();
    }

    /** The same on one line: white space of any kind and length is one space. */
    static String oneLine(String text) {
        return of(text.strip().replaceAll("\\s+", " "));
    }

    private static void append(StringBuilder shown, int c) {
        switch (c) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (Character.isISOControl(c)) {
                    shown.append("\\x%02x".formatted(c));
                } else if (isInvisible(c)) {
                    shown.append("\\u%04x".formatted(c));
                } else {
                    shown.appendCodePoint(c);
                }
            }
        }
    }

    /** Marks that turn the direction of what follows, lone surrogates, line separators; not the joiners of real words. */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            case Character.FORMAT -> c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
            default -> false;
        };
    }
}
