package dev.watchkeeper.postgres.snippets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A statement that is kept to be run again.
 *
 * @param name in one word with underscores; stays the same
 * @param title what it answers
 * @param explanation how to read the answer, in sentences
 * @param corrected what was wrong with it where it comes from; empty if nothing was
 * @param source whose runbook has it
 * @param asks its parameters, with a value to begin with
 * @param sql without a semicolon
 */
public record Snippet(
        String name,
        String title,
        String explanation,
        String corrected,
        String source,
        SequencedMap<String, String> asks,
        String sql) {
    public Snippet {
        asks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(asks));
    }

    /** Reads a file with {@code -- title: …} and the like in its head. */
    static Snippet read(String name, String text) {
        SequencedMap<String, String> asks = new LinkedHashMap<>();
        for (String ask : head(text, "asks").split(", ", -1)) {
            String[] both = ask.split("=", 2);
            if (both.length == 2) {
                asks.put(both[0], both[1]);
            }
        }
        String sql = text.lines()
                .dropWhile(line -> line.startsWith("--"))
                .reduce("", (all, line) -> all.isEmpty() ? line : all + "\n" + line);
        return new Snippet(
                name,
                head(text, "title"),
                head(text, "explains"),
                head(text, "corrected"),
                head(text, "source"),
                asks,
                sql.strip());
    }

    private static String head(String text, String key) {
        String start = "-- " + key + ": ";
        return text.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("");
    }
}
