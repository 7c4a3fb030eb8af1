package dev.watchkeeper.redis.commandstats;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One look at the counters.
 *
 * @param at by the server's clock
 * @param runId tells one run of the server from the next
 * @param commands by name in upper case: {@code CONFIG SET}
 * @param percentiles by the same names; empty before Redis 7.0
 */
public record CommandReading(
        Instant at,
        String runId,
        Duration uptime,
        Map<String, CommandCounter> commands,
        Map<String, Percentiles> percentiles,
        Totals totals) {
    public CommandReading {
        commands = Map.copyOf(commands);
        percentiles = Map.copyOf(percentiles);
    }
}
