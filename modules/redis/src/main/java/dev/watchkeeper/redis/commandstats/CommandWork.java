package dev.watchkeeper.redis.commandstats;

import dev.watchkeeper.kernel.workload.Interruption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server's commands did between two looks. Immutable.
 *
 * @param from of the earlier look; when the counters began anew, if they did in between
 * @param uses of commands that did something, the one that took most time first
 * @param interruptions in between, in order of time
 */
public record CommandWork(
        Instant from, Instant to, List<CommandUse> uses, Totals totals, List<Interruption> interruptions) {
    public CommandWork {
        uses = List.copyOf(uses);
        interruptions = List.copyOf(interruptions);
    }

    /** The difference of two looks. If the server was restarted or its counters set to zero in between, what it did since. */
    public static CommandWork between(CommandReading before, CommandReading after) {
        return interruption(before, after)
                .map(one -> sinceZero(after, since(one, before, after), List.of(one)))
                .orElseGet(() -> new CommandWork(
                        before.at(),
                        after.at(),
                        uses(before.commands(), after),
                        after.totals().minus(before.totals()),
                        List.of()));
    }

    /** All that it did since it was started, or since its counters were set to zero, which it does not tell. */
    public static CommandWork sinceStart(CommandReading reading) {
        return sinceZero(reading, reading.at().minus(reading.uptime()), List.of());
    }

    private static CommandWork sinceZero(CommandReading reading, Instant from, List<Interruption> interruptions) {
        return new CommandWork(from, reading.at(), uses(Map.of(), reading), reading.totals(), interruptions);
    }

    /** A restart tells when it was; counters that were set to zero don't. */
    private static Instant since(Interruption what, CommandReading before, CommandReading after) {
        if (what.kind() != Interruption.Kind.RESTART) {
            return before.at();
        }
        Instant started = after.at().minus(after.uptime());
        return started.isAfter(before.at()) ? started : before.at();
    }

    /** Why the second look's counters don't go on from the first one's; empty if they do. */
    static Optional<Interruption> interruption(CommandReading before, CommandReading after) {
        if (!before.runId().equals(after.runId())) {
            return Optional.of(
                    new Interruption(Interruption.Kind.RESTART, after.at().minus(after.uptime())));
        }
        boolean fell = after.totals().fellSince(before.totals())
                || before.commands().entrySet().stream()
                        .anyMatch(entry -> after.commands()
                                .getOrDefault(entry.getKey(), CommandCounter.NONE)
                                .fellSince(entry.getValue()));
        return fell ? Optional.of(new Interruption(Interruption.Kind.RESET, after.at())) : Optional.empty();
    }

    private static List<CommandUse> uses(Map<String, CommandCounter> before, CommandReading after) {
        List<Map.Entry<String, CommandCounter>> did = new ArrayList<>();
        after.commands().forEach((name, now) -> {
            CommandCounter since = now.minus(before.getOrDefault(name, CommandCounter.NONE));
            if (!since.equals(CommandCounter.NONE)) {
                did.add(Map.entry(name, since));
            }
        });
        long all = did.stream().mapToLong(entry -> entry.getValue().micros()).sum();
        return did.stream()
                .map(entry -> new CommandUse(
                        entry.getKey(),
                        entry.getValue(),
                        all == 0 ? 0 : (double) entry.getValue().micros() / all,
                        Optional.ofNullable(after.percentiles().get(entry.getKey()))))
                .sorted(Comparator.comparingLong((CommandUse use) -> -use.did().micros())
                        .thenComparing(CommandUse::name))
                .toList();
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** All commands together. */
    public CommandCounter all() {
        return uses.stream().map(CommandUse::did).reduce(CommandCounter.NONE, CommandCounter::plus);
    }

    /** Commands a second. */
    public double callsPerSecond() {
        return perSecond(all().calls());
    }

    /** Share of one processor that commands took, 0 to 1. */
    public double busy() {
        return perSecond(all().micros()) / 1_000_000;
    }

    /** How many of something that was counted a second; 0 for an interval without length. */
    public double perSecond(long count) {
        double seconds = length().toNanos() / 1e9;
        return seconds <= 0 ? 0 : count / seconds;
    }
}
