package dev.watchkeeper.workspace.connections;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes texts as YAML values that read back as they were, without quotes where none are needed. */
final class YamlScalar {
    /** Words that begin with a letter or a slash, with single blanks between; none ends with a colon. */
    private static final Pattern PLAIN = Pattern.compile(
            "[\\p{L}/][\\p{L}\\p{N}_./@+=~-]*( [\\p{L}\\p{N}_./@+=~-]+)*", Pattern.UNICODE_CHARACTER_CLASS);
    /** Addresses and variables, which are plain outside of brackets only. */
    private static final Pattern PLAIN_OUTSIDE =
            Pattern.compile("\\$\\{\\w+}|[a-z]+:[A-Za-z0-9_./@?&=,:%+~-]*[A-Za-z0-9_/]|[a-z]+=[A-Za-z0-9_./,=-]+");

    private static final Pattern NOT_A_TEXT =
            Pattern.compile("true|false|yes|no|on|off|y|n|null", Pattern.CASE_INSENSITIVE);

    private YamlScalar() {}

    /**
     * One text.
     *
     * @param inBrackets whether it will stand within a flow list or mapping, where more needs quotes
     */
    static String write(String text, boolean inBrackets) {
        boolean plain = PLAIN.matcher(text).matches()
                || (!inBrackets && PLAIN_OUTSIDE.matcher(text).matches());
        return plain && !NOT_A_TEXT.matcher(text).matches() ? text : quoted(text);
    }

    /** A list in brackets. */
    static String write(List<String> texts) {
        return texts.stream().map(text -> write(text, true)).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> append(quoted, c);
            }
        });
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int c) {
        int type = Character.getType(c);
        boolean visible = type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE
                && (type != Character.SPACE_SEPARATOR || c == ' ')
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
        if (visible) {
            quoted.appendCodePoint(c);
        } else {
            quoted.append(c > 0xffff ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
        }
    }
}
