package dev.watchkeeper.redis.slowlog;

import java.util.Map;
import java.util.Optional;

/** What can be done about commands that are slow by their nature. Documentation: the complexity of each command. */
public final class SlowAdvice {
    private static final String LARGE = "It takes as long as the collection is large. ";
    private static final String SCRIPT =
            "Nobody else is served while a script runs: let it do less at once, or do the work in the application.";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("KEYS", "It goes through all keys in one go. SCAN with MATCH does it in small steps."),
            Map.entry("SMEMBERS", LARGE + "SSCAN reads it in steps; SISMEMBER asks for one."),
            Map.entry("HGETALL", LARGE + "HMGET reads the fields that are needed, HSCAN all in steps."),
            Map.entry("HKEYS", LARGE + "HSCAN reads it in steps."),
            Map.entry("HVALS", LARGE + "HSCAN reads it in steps."),
            Map.entry("LRANGE", LARGE + "Read shorter ranges."),
            Map.entry("ZRANGE", LARGE + "Read shorter ranges, with LIMIT."),
            Map.entry("ZREVRANGE", LARGE + "Read shorter ranges."),
            Map.entry("ZRANGEBYSCORE", LARGE + "Read shorter ranges, with LIMIT."),
            Map.entry("XRANGE", LARGE + "Read shorter ranges, with COUNT."),
            Map.entry("SORT", "Sorting takes long for many elements: a sorted set keeps them in order."),
            Map.entry("SUNION", LARGE + "On a replica it disturbs fewer."),
            Map.entry("SINTER", LARGE + "On a replica it disturbs fewer."),
            Map.entry("SDIFF", LARGE + "On a replica it disturbs fewer."),
            Map.entry("ZUNIONSTORE", LARGE + "Fewer or smaller sets at once help."),
            Map.entry("ZINTERSTORE", LARGE + "Fewer or smaller sets at once help."),
            Map.entry("DEL", "Freeing a large value takes long. UNLINK frees it in the background."),
            Map.entry("FLUSHALL", "Freeing all takes long. FLUSHALL ASYNC frees it in the background."),
            Map.entry("FLUSHDB", "Freeing all takes long. FLUSHDB ASYNC frees it in the background."),
            Map.entry("SAVE", "Nobody else is served meanwhile. BGSAVE does it in the background."),
            Map.entry("EVAL", SCRIPT),
            Map.entry("EVALSHA", SCRIPT),
            Map.entry("FCALL", SCRIPT),
            Map.entry("MGET", "It takes as long as there are keys in it: fewer at once let others in between."),
            Map.entry("MSET", "It takes as long as there are keys in it: fewer at once let others in between."),
            Map.entry("BGSAVE", "Forking takes longer the more memory is used; huge pages make it worse."),
            Map.entry("MONITOR", "Who monitors slows everybody down."));

    private SlowAdvice() {}

    /** @param command in upper case, without a subcommand */
    public static Optional<String> of(String command) {
        return Optional.ofNullable(KNOWN.get(command));
    }
}
