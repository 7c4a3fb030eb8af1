package dev.watchkeeper.postgres.pgbouncer;

import java.time.Duration;

/**
 * How much a database is used, on average over PgBouncer's last {@code stats_period} (SHOW STATS).
 *
 * @param waitTime that clients waited for a server, each second
 */
public record Traffic(
        String database, long transactionsPerSecond, long queriesPerSecond, Duration queryTime, Duration waitTime) {
    static Traffic of(ConsoleTable.Row row) {
        return new Traffic(
                row.text("database"),
                row.number("avg_xact_count"),
                row.number("avg_query_count"),
                micros(row.number("avg_query_time")),
                micros(row.number("avg_wait_time")));
    }

    private static Duration micros(long number) {
        return Duration.ofNanos(number * 1_000);
    }
}
