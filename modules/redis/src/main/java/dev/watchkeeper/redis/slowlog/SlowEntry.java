package dev.watchkeeper.redis.slowlog;

import dev.watchkeeper.redis.resp.Blob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A command that took longer than {@code slowlog-log-slower-than} (documentation: command SLOWLOG GET).
 *
 * @param id counts up while the server runs
 * @param at when it was run, in whole seconds
 * @param took time in the command itself, without waiting for others
 * @param words as Redis keeps them: at most 32, each cut after 128 bytes with a note how much is missing; passwords are
 *     masked
 * @param shape the command with what its key has in common with others: {@code HGETALL user:*:cart}
 * @param address of the client; empty if not told
 * @param client its name, by CLIENT SETNAME; empty if it has none
 */
public record SlowEntry(
        long id, Instant at, Duration took, List<Blob> words, String shape, String address, String client) {
    public SlowEntry {
        words = List.copyOf(words);
    }

    /** In microseconds. */
    public long micros() {
        return took.toNanos() / 1000;
    }

    /** The command's name in upper case: {@code CONFIG}. */
    public String command() {
        return upper(0);
    }

    /** The name with the word behind it, which may be a subcommand: {@code CONFIG SET}. */
    public String subcommand() {
        return command() + " " + upper(1);
    }

    private String upper(int index) {
        return index < words.size() ? words.get(index).text().toUpperCase(Locale.ROOT) : "";
    }

    /** As one would type it, as far as Redis keeps it. */
    public String typed() {
        return String.join(" ", words.stream().map(SlowEntry::word).toList());
    }

    /** Redis' notes of what it left out hold blanks, and are no word that one would type. */
    private static String word(Blob word) {
        String text = word.text();
        return text.startsWith("... (") || text.equals("(redacted)") ? text : word.typed();
    }
}
