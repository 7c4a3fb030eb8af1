package dev.watchkeeper.redis.slowlog;

import dev.watchkeeper.redis.commandstats.CommandReading;
import java.util.Optional;

/**
 * What a Redis is asked for, and what was slow.
 *
 * @param commands the counters; their differences tell what was done
 * @param keys how many there are, in all databases
 * @param role {@code primary} or {@code replica}
 * @param replica address of a replica that is online; empty if there is none
 */
public record Queries(
        CommandReading commands,
        Told<SlowLog> slowLog,
        Told<Latency> latency,
        long keys,
        String role,
        Optional<String> replica) {}
