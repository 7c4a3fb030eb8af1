package dev.watchkeeper.redis.keys;

/**
 * Keys of one pattern and type, among those that were looked at.
 *
 * @param keys how many
 * @param bytes what they take together
 * @param expiring how many of them have a time to live
 * @param largest what the largest takes
 */
public record KeyGroup(String pattern, String type, long keys, long bytes, long expiring, long largest) {
    KeyGroup plus(KeyGroup other) {
        return new KeyGroup(
                pattern,
                type,
                keys + other.keys,
                bytes + other.bytes,
                expiring + other.expiring,
                Math.max(largest, other.largest));
    }

    static KeyGroup of(BigKey key) {
        return new KeyGroup(key.pattern(), key.type(), 1, key.bytes(), key.ttl().isPresent() ? 1 : 0, key.bytes());
    }

    /** Mean size, in bytes. */
    public long mean() {
        return keys == 0 ? 0 : bytes / keys;
    }
}
