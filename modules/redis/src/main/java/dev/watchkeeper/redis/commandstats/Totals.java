package dev.watchkeeper.redis.commandstats;

import org.jspecify.annotations.Nullable;

/**
 * What a server did, counted up.
 *
 * @param hits and {@code misses}: lookups that found their key, and that did not
 * @param evicted keys that had to go because memory was full
 * @param expired keys whose time had come
 * @param inputBytes and {@code outputBytes}: over the network
 */
public record Totals(
        long commands, long hits, long misses, long evicted, long expired, long inputBytes, long outputBytes) {
    Totals minus(Totals before) {
        return new Totals(
                commands - before.commands,
                hits - before.hits,
                misses - before.misses,
                evicted - before.evicted,
                expired - before.expired,
                inputBytes - before.inputBytes,
                outputBytes - before.outputBytes);
    }

    boolean fellSince(Totals before) {
        return commands < before.commands
                || hits < before.hits
                || misses < before.misses
                || evicted < before.evicted
                || expired < before.expired;
    }

    /** Share of lookups that found their key, 0 to 1; null if there were none. */
    public @Nullable Double hitShare() {
        return hits + misses == 0 ? null : (double) hits / (hits + misses);
    }
}
