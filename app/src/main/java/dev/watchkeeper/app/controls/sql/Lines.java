package dev.watchkeeper.app.controls.sql;

import java.util.List;

/** What is done to whole lines: set in, set out, made a comment or no comment. */
final class Lines {
    private static final String STEP = "    ";

    private Lines() {}

    /** One step further in; empty lines stay empty. */
    static List<String> in(List<String> lines) {
        return lines.stream().map(line -> line.isBlank() ? line : STEP + line).toList();
    }

    /** One step out, as far as there are blanks. */
    static List<String> out(List<String> lines) {
        return lines.stream().map(Lines::out).toList();
    }

    private static String out(String line) {
        int blanks = 0;
        while (blanks < STEP.length() && blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return line.startsWith("\t") ? line.substring(1) : line.substring(blanks);
    }

    /** Makes all of them comments; if they all are, none. */
    static List<String> comment(List<String> lines, String mark) {
        boolean all = lines.stream()
                .allMatch(line -> line.isBlank() || line.stripLeading().startsWith(mark));
        if (all && lines.stream().anyMatch(line -> !line.isBlank())) {
            return lines.stream().map(line -> without(line, mark)).toList();
        }
        int depth = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> indent(line).length())
                .min()
                .orElse(0);
        boolean alone = lines.size() == 1;
        return lines.stream()
                .map(line -> line.isBlank() && !alone
                        ? line
                        : line.substring(0, Math.min(depth, line.length())) + mark + " "
                                + line.substring(Math.min(depth, line.length())))
                .toList();
    }

    private static String without(String line, String mark) {
        int at = line.indexOf(mark);
        if (at < 0) {
            return line;
        }
        String rest = line.substring(at + mark.length());
        return line.substring(0, at) + (rest.startsWith(" ") ? rest.substring(1) : rest);
    }

    /** The blanks that a line begins with. */
    static String indent(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return line.substring(0, at);
    }

    /** What a new line begins with after Enter was pressed here: as this one, a step further after an open bracket. */
    static String next(String beforeCaret) {
        String indent = indent(beforeCaret);
        return beforeCaret.stripTrailing().endsWith("(") ? indent + STEP : indent;
    }

    /** Blanks up to the next step. */
    static String tab(int column) {
        return STEP.substring(column % STEP.length());
    }
}
