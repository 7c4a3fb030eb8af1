package dev.watchkeeper.redis.slowlog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A kind of event that held the server up ({@code LATENCY LATEST}; documentation: latency monitor).
 *
 * @param name {@code command}, {@code fork}, {@code aof-fsync-always}, {@code expire-cycle} …
 * @param last when it happened the last time, in whole seconds
 * @param took the last time, in whole milliseconds
 * @param worst since the server began to watch, or LATENCY RESET
 * @param history the newest last, at most 160; one a second, the worst of it
 */
public record LatencyEvent(String name, Instant last, Duration took, Duration worst, List<Spike> history) {
    public LatencyEvent {
        history = List.copyOf(history);
    }

    /** Once. */
    public record Spike(Instant at, Duration took) {}

    /** For people: what the name stands for; empty if it speaks for itself. */
    public String words() {
        return switch (name) {
            case "command" -> "slow commands";
            case "fast-command" -> "commands that ought to be fast";
            case "fork" -> "forking for a dump, an AOF rewrite or a replica";
            case "aof-write", "aof-write-pending-fsync", "aof-write-active-child", "aof-write-alone" ->
                "writing the AOF";
            case "aof-fsync-always" -> "writing the AOF through to the disk";
            case "aof-fstat", "aof-rename", "aof-rewrite-diff-write", "aof-rewrite-done-fsync" -> "tending the AOF";
            case "rdb-unlink-temp-file" -> "deleting an old dump";
            case "expire-cycle" -> "deleting keys that have expired";
            case "expire-del" -> "deleting one key that has expired";
            case "eviction-cycle" -> "evicting keys, for memory is full";
            case "eviction-del", "eviction-lazyfree" -> "deleting one key that is evicted";
            case "active-defrag-cycle" -> "defragmenting memory";
            default -> "";
        };
    }
}
