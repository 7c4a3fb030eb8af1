package dev.watchkeeper.postgres.serverlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code log_line_prefix} as a pattern, by the escapes of the documentation ("Error Reporting and Logging"). What stands
 * behind {@code %q} is missing in lines of processes that serve no client.
 */
final class LinePrefix {
    private static final String SEVERITY = "(?<severity>\\p{Lu}[\\p{Lu}\\d]{2,20}): {1,2}";
    /** No prefix is longer than that, in characters. */
    private static final int LONGEST = 1000;

    private final Pattern pattern;

    private LinePrefix(Pattern pattern) {
        this.pattern = pattern;
    }

    static LinePrefix of(String prefix) {
        StringBuilder regex = new StringBuilder();
        boolean optional = false;
        int at = 0;
        while (at < prefix.length()) {
            int escape = prefix.charAt(at) == '%' ? escapeFrom(prefix, at) : -1;
            if (escape < 0) {
                regex.append(Pattern.quote(prefix.substring(at, at + 1)));
                at++;
                continue;
            }
            if (prefix.charAt(escape) == 'q') {
                regex.append("(?:");
                optional = true;
            } else {
                String field = field(prefix.charAt(escape), regex);
                regex.append(escape > at + 1 ? " *" + field + " *" : field);
            }
            at = escape + 1;
        }
        regex.append(optional ? ")?" : "").append(SEVERITY);
        return new LinePrefix(Pattern.compile(regex.toString()));
    }

    /** The beginning of a message, up to where its text begins; null for a line that goes on. */
    @Nullable
    Matcher match(String line) {
        Matcher matcher = pattern.matcher(line);
        matcher.region(0, Math.min(line.length(), LONGEST));
        return matcher.lookingAt() ? matcher : null;
    }

    /** Where the letter of an escape stands, behind its padding; -1 if there is none. */
    private static int escapeFrom(String prefix, int percent) {
        int at = percent + 1;
        while (at < prefix.length() && "-0123456789".indexOf(prefix.charAt(at)) >= 0) {
            at++;
        }
        return at < prefix.length() ? at : -1;
    }

    private static String field(char escape, StringBuilder before) {
        String name = switch (escape) {
            case 'a' -> "application";
            case 'u' -> "user";
            case 'd' -> "database";
            case 'p' -> "pid";
            case 't', 'm' -> "time";
            case 'n' -> "epoch";
            case 'e' -> "state";
            default -> "";
        };
        String text = switch (escape) {
            case '%' -> "%";
            case 'p', 'P', 'l', 'x' -> "\\d*";
            case 'Q' -> "-?\\d*";
            case 'n' -> "\\d+(?:\\.\\d+)?";
            case 'e' -> "[0-9A-Z]{5}";
            case 't', 's' -> "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\S+?";
            case 'm' -> "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} \\S+?";
            default -> ".{0,200}?";
        };
        // a group's name can stand in a pattern once only
        boolean known = name.isEmpty() || before.indexOf("(?<" + name + ">") >= 0;
        return known ? "(?:" + text + ")" : "(?<" + name + ">" + text + ")";
    }
}
