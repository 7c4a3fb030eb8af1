package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.redis.commandstats.CommandCounter;
import dev.watchkeeper.redis.commandstats.CommandUse;
import dev.watchkeeper.redis.commandstats.CommandWork;
import dev.watchkeeper.redis.commandstats.Percentiles;
import dev.watchkeeper.redis.slowlog.SlowEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One command, as a line of the table.
 *
 * @param rate calls a second
 * @param slow how many of its calls are in the slow log
 */
record CommandLine(CommandUse use, double rate, long slow) {
    static List<CommandLine> of(CommandWork work, List<SlowEntry> entries) {
        Map<String, Long> slow = new HashMap<>();
        for (SlowEntry entry : entries) {
            slow.merge(entry.command(), 1L, Long::sum);
            slow.merge(entry.subcommand(), 1L, Long::sum);
        }
        return work.uses().stream()
                .map(use -> new CommandLine(use, work.perSecond(use.did().calls()), slow.getOrDefault(use.name(), 0L)))
                .toList();
    }

    String name() {
        return use.name();
    }

    CommandCounter did() {
        return use.did();
    }

    double share() {
        return use.share();
    }

    Optional<Percentiles> percentiles() {
        return use.percentiles();
    }

    String note() {
        return slow == 0 ? "" : slow + " in the slow log";
    }
}
