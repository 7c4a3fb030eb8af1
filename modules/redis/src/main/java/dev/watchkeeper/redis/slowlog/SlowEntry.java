package dev.watchkeeper.redis.slowlog;

import dev.watchkeeper.redis.resp.Blob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A command that took longer than {@code slowlog-log-slower-than} (documentation: command SLOWLOG GET).
 *
 * @param id counts up while the server runs
 * @param at when it was run, in whole seconds
 * @param took time in the command itself, without waiting for others
 * @param words as Redis keeps them: at most 32, each cut after 128 bytes with a note how much is missing; passwords are
 *     masked
 * @param address of the client; empty if not told
 * @param client its name, by CLIENT SETNAME; empty if it has none
 */
public record SlowEntry(long id, Instant at, Duration took, List<Blob> words, String address, String client) {
    public SlowEntry {
        words = List.copyOf(words);
    }

    /** In microseconds. */
    public long micros() {
        return took.toNanos() / 1000;
    }

    /** The command with what its key has in common with others: {@code HGETALL user:*:cart}. */
    public String shape() {
        return CommandShape.of(words);
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
