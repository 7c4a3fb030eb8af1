package dev.watchkeeper.kernel.sql;

import java.util.Map;

/**
 * A command of psql, as it was typed.
 *
 * @param name with its backslash: {@code \d}, {@code \copy}
 * @param argument what stands behind it; empty if nothing does
 */
public record MetaCommand(String name, String argument) {
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("\\copy", "Export a result as CSV instead; to load a file use psql"),
            Map.entry("\\i", "Open the file, or run watchkeeper query -f FILE"),
            Map.entry("\\ir", "Open the file, or run watchkeeper query -f FILE"),
            Map.entry("\\c", "Choose another target, or add one for that database"),
            Map.entry("\\connect", "Choose another target, or add one for that database"),
            Map.entry("\\set", "Write :name in the statement: its value is asked for"),
            Map.entry("\\prompt", "Write :name in the statement: its value is asked for"),
            Map.entry("\\gset", "Write :name in the statement: its value is asked for"),
            Map.entry("\\g", "End the statement with a semicolon"),
            Map.entry("\\;", "End the statement with a semicolon; statements are run one by one"),
            Map.entry("\\gx", "End the statement with a semicolon"),
            Map.entry("\\x", "A row is shown whole beside the table"),
            Map.entry("\\timing", "Timing is always shown"),
            Map.entry("\\watch", "Use watchkeeper show … --every, or run it again"),
            Map.entry("\\e", "Edit it here"),
            Map.entry("\\o", "Export the result"),
            Map.entry("\\q", "Close the tab"),
            Map.entry("\\password", "Use ALTER ROLE … PASSWORD; the password is left out of the audit log"),
            Map.entry("\\gexec", "Copy the result's statements into the console, to see what is run"),
            Map.entry("\\echo", "Use a comment"),
            Map.entry(
                    "\\conninfo", "It stands at the bottom of the window; or SELECT current_user, inet_server_addr()"),
            Map.entry("\\h", "See the documentation at postgresql.org/docs"),
            Map.entry(
                    "\\?",
                    "Of psql's commands there are \\d, \\dt, \\dv, \\dm, \\di, \\ds, \\df, \\dT, \\dn, \\du, \\dx and \\l"));

    /** Reads one, with or without a semicolon behind. */
    public static MetaCommand of(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        String argument = parts.length < 2 ? "" : parts[1].strip();
        return new MetaCommand(trimmed(parts[0]), trimmed(argument));
    }

    /** What to use instead of a command that is not understood here, as a sentence. */
    public String instead() {
        return INSTEAD.getOrDefault(
                name,
                "Of psql's commands there are \\d, \\dt, \\dv, \\dm, \\di, \\ds, \\df, \\dT, \\dn, \\du, \\dx and \\l; for the rest"
                        + " use psql");
    }

    private static String trimmed(String text) {
        String trimmed = text;
        while (trimmed.length() > 1 && trimmed.endsWith(";") && !trimmed.equals("\\;")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1).strip();
        }
        return trimmed;
    }
}
