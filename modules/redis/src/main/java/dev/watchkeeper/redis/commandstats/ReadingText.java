package dev.watchkeeper.redis.commandstats;

import dev.watchkeeper.redis.text.InfoText;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the counters out of {@code INFO all}, Redis 6.2 and newer (documentation: command INFO). */
public final class ReadingText {
    private static final String COMMAND = "cmdstat_";
    private static final String PERCENTILES = "latency_percentiles_usec_";

    private ReadingText() {}

    public static CommandReading read(InfoText info, Instant at) {
        Map<String, CommandCounter> commands = new HashMap<>();
        Map<String, Percentiles> percentiles = new HashMap<>();
        for (String name : info.names()) {
            if (name.startsWith(COMMAND)) {
                commands.put(command(name.substring(COMMAND.length())), counter(InfoText.fields(info.get(name))));
            } else if (name.startsWith(PERCENTILES)) {
                percentiles.put(
                        command(name.substring(PERCENTILES.length())), percentiles(InfoText.fields(info.get(name))));
            }
        }
        return new CommandReading(
                at,
                info.get("run_id"),
                Duration.ofSeconds(info.number("uptime_in_seconds")),
                commands,
                percentiles,
                totals(info));
    }

    private static String command(String name) {
        return name.replace('|', ' ').toUpperCase(Locale.ROOT);
    }

    private static CommandCounter counter(Map<String, String> fields) {
        return new CommandCounter(
                whole(fields, "calls"),
                whole(fields, "usec"),
                whole(fields, "rejected_calls"),
                whole(fields, "failed_calls"));
    }

    private static Percentiles percentiles(Map<String, String> fields) {
        return new Percentiles(decimal(fields, "p50"), decimal(fields, "p99"), decimal(fields, "p99.9"));
    }

    private static Totals totals(InfoText info) {
        return new Totals(
                info.number("total_commands_processed"),
                info.number("keyspace_hits"),
                info.number("keyspace_misses"),
                info.number("evicted_keys"),
                info.number("expired_keys"),
                info.number("total_net_input_bytes"),
                info.number("total_net_output_bytes"));
    }

    private static long whole(Map<String, String> fields, String name) {
        String text = fields.getOrDefault(name, "0");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Which percentiles there are is a setting (latency-tracking-info-percentiles). */
    private static double decimal(Map<String, String> fields, String name) {
        try {
            return Double.parseDouble(fields.getOrDefault(name, "NaN"));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
