package dev.watchkeeper.app.reports;

import dev.watchkeeper.redis.commandstats.CommandUse;
import dev.watchkeeper.redis.commandstats.CommandWork;
import dev.watchkeeper.redis.commandstats.Percentiles;
import dev.watchkeeper.redis.commandstats.Totals;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What Redis' commands did in an interval, as data: the fields of {@code INFO commandstats} as differences. */
public final class CommandRecords {
    private static final List<String> COMMANDS = List.of(
            "command",
            "calls",
            "calls_per_s",
            "usec",
            "usec_per_call",
            "share",
            "rejected_calls",
            "failed_calls",
            "p50_usec",
            "p99_usec",
            "p99_9_usec");
    private static final List<String> TOTALS = List.of(
            "from",
            "to",
            "commands",
            "commands_per_s",
            "busy",
            "keyspace_hits",
            "keyspace_misses",
            "hit_ratio",
            "evicted_keys",
            "expired_keys",
            "input_bytes",
            "output_bytes",
            "interruptions");

    private CommandRecords() {}

    /**
     * The commands, the one that took most time first, and the server as a whole.
     *
     * @param top so many commands at most
     */
    public static List<Records> of(CommandWork work, int top) {
        return List.of(
                new Records(
                        COMMANDS,
                        work.uses().stream()
                                .limit(top)
                                .map(use -> row(work, use))
                                .toList()),
                new Records("totals", TOTALS, List.of(totals(work))));
    }

    private static SequencedMap<String, @Nullable Object> row(CommandWork work, CommandUse use) {
        return new Records.Row()
                .with("command", use.name())
                .with("calls", use.did().calls())
                .with("calls_per_s", rounded(work.perSecond(use.did().calls())))
                .with("usec", use.did().micros())
                .with("usec_per_call", rounded(use.did().microsPerCall()))
                .with("share", rounded(use.share()))
                .with("rejected_calls", use.did().rejected())
                .with("failed_calls", use.did().failed())
                .with("p50_usec", percentile(use, Percentile.P50))
                .with("p99_usec", percentile(use, Percentile.P99))
                .with("p99_9_usec", percentile(use, Percentile.P999))
                .values();
    }

    private static SequencedMap<String, @Nullable Object> totals(CommandWork work) {
        Totals totals = work.totals();
        return new Records.Row()
                .with("from", work.from())
                .with("to", work.to())
                .with("commands", totals.commands())
                .with("commands_per_s", rounded(work.callsPerSecond()))
                .with("busy", rounded(work.busy()))
                .with("keyspace_hits", totals.hits())
                .with("keyspace_misses", totals.misses())
                .with("hit_ratio", totals.hitShare() == null ? null : rounded(totals.hitShare()))
                .with("evicted_keys", totals.evicted())
                .with("expired_keys", totals.expired())
                .with("input_bytes", totals.inputBytes())
                .with("output_bytes", totals.outputBytes())
                .with(
                        "interruptions",
                        work.interruptions().stream()
                                .map(one -> one.kind().name().toLowerCase(Locale.ROOT))
                                .toList())
                .values();
    }

    private enum Percentile {
        P50,
        P99,
        P999
    }

    private static @Nullable Double percentile(CommandUse use, Percentile which) {
        if (use.percentiles().isEmpty()) {
            return null;
        }
        Percentiles all = use.percentiles().get();
        double value = switch (which) {
            case P50 -> all.p50();
            case P99 -> all.p99();
            case P999 -> all.p999();
        };
        return Double.isNaN(value) ? null : value;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
