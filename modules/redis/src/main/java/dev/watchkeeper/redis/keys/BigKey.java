package dev.watchkeeper.redis.keys;

import dev.watchkeeper.redis.resp.Blob;
import java.time.Duration;
import java.util.Optional;

/**
 * One key and what it takes.
 *
 * @param type {@code string}, {@code list}, {@code set}, {@code zset}, {@code hash}, {@code stream}, or a module's own
 * @param bytes by MEMORY USAGE: with its name and what the server needs to hold it; of collections an estimate
 * @param encoding {@code listpack}, {@code hashtable} …; empty if it was gone or not asked for
 * @param length elements, or bytes of a string; empty if it was gone or not asked for
 * @param ttl until it expires; empty if it does not
 */
public record BigKey(
        Blob name, String type, long bytes, String encoding, Optional<Long> length, Optional<Duration> ttl) {
    public String pattern() {
        return KeyPattern.of(name);
    }

    BigKey with(String newEncoding, Optional<Long> newLength) {
        return new BigKey(name, type, bytes, newEncoding, newLength, ttl);
    }
}
