package dev.watchkeeper.report.pdf;

/**
 * Makes visible what would otherwise break the layout, hide, or turn other text around: in names, whatever somebody put
 * there. A line break shows as ↵, a control character by its picture (␀), an invisible one by its number (‹U+202E›).
 */
final class Legible {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Legible() {}

    /** For a name or a value: one line, whatever is in it. */
    static String line(String text) {
        return shown(text.replace("\r\n", "\n"), false);
    }

    /** For SQL and the like: line breaks stay, tabs become four spaces. */
    static String lines(String text) {
        return shown(text.replace("\r\n", "\n").replace("\t", "    ").stripTrailing(), true);
    }

    private static String shown(String text, boolean keepBreaks) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                shown.append(keepBreaks ? '\n' : '↵');
            } else if (c < ' ') {
                shown.appendCodePoint(CONTROL_PICTURES + c);
            } else if (c == DELETE) {
                shown.appendCodePoint(PICTURE_OF_DELETE);
            } else if (isHidden(c)) {
                shown.append(number(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** A character by its number: {@code ‹U+202E›}. */
    static String number(int codePoint) {
        return "‹U+%04X›".formatted(codePoint);
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT -> c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
