package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.redis.commandstats.CommandUse;
import dev.watchkeeper.redis.commandstats.CommandWork;
import dev.watchkeeper.redis.keys.KeyGroup;
import dev.watchkeeper.redis.keys.KeySample;
import dev.watchkeeper.redis.slowlog.Latency;
import dev.watchkeeper.redis.slowlog.LatencyEvent;
import dev.watchkeeper.redis.slowlog.Queries;
import dev.watchkeeper.redis.slowlog.SlowEntry;
import dev.watchkeeper.redis.slowlog.SlowLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What a Redis works on and what was slow, in one sentence. */
public final class RedisQuerySentences {
    /** What is older is no news. */
    private static final Duration NEWS = Duration.ofMinutes(15);

    private RedisQuerySentences() {}

    /** {@code 1,204 commands a second take 3 % of a core; HGETALL takes 61 % of it; 94.1 % of lookups hit}. */
    public static String of(CommandWork work) {
        String marked = interruptions(work.interruptions());
        if (work.all().calls() == 0) {
            return "no command was run" + marked;
        }
        String busy = share(work.busy());
        return rate(work.callsPerSecond())
                + (busy.isEmpty() ? "" : " take " + busy + " of a core")
                + most(work)
                + hits(work)
                + evicted(work)
                + marked;
    }

    private static String rate(double perSecond) {
        long whole = Math.round(perSecond);
        return whole == 0 ? "less than one command a second" : Sizes.of(whole, "command a second", "commands a second");
    }

    private static String share(double busy) {
        return busy < 0.01 ? "less than 1 %" : Math.round(100 * busy) + " %";
    }

    private static String most(CommandWork work) {
        CommandUse first = work.uses().getFirst();
        return first.share() < 0.2
                ? ""
                : "; " + first.name() + " takes " + Math.round(100 * first.share()) + " % of it";
    }

    private static String hits(CommandWork work) {
        Double share = work.totals().hitShare();
        return share == null ? "" : "; " + InfoFacts.share(share) + " of lookups hit";
    }

    private static String evicted(CommandWork work) {
        long evicted = work.totals().evicted();
        return evicted == 0 ? "" : "; " + Sizes.of(evicted, "key", "keys") + " evicted";
    }

    private static String interruptions(List<Interruption> some) {
        return some.isEmpty() ? "" : "; " + words(some.getLast());
    }

    /** {@code the server was restarted}. */
    public static String words(Interruption one) {
        return switch (one.kind()) {
            case RESTART -> "the server was restarted";
            case RESET -> "the counters were set to zero";
            default -> "nobody looked for a while";
        };
    }

    /** Both, for a heading: {@code 1,204 commands a second, 3 % of a core, most of it HGETALL (61 %); 12 slow in 15 min …}. */
    public static String brief(CommandWork work, Queries queries, Instant now) {
        String busy = work.all().calls() == 0
                ? "no command was run"
                : rate(work.callsPerSecond()) + ", " + share(work.busy()) + " of a core" + mostly(work);
        String slow = slow(queries, now)
                .replace(" commands in the last 15 minutes", " in 15 min")
                .replace(" command in the last 15 minutes", " in 15 min")
                .replace("the slowest took", "the worst");
        return busy + interruptions(work.interruptions()) + "; " + slow;
    }

    private static String mostly(CommandWork work) {
        CommandUse first = work.uses().getFirst();
        return first.share() < 0.2 ? "" : ", " + first.name() + " " + Math.round(100 * first.share()) + " % of it";
    }

    /** {@code 12 slow commands in the last 15 minutes, the slowest took 1.2 s (KEYS *)}; or why nothing is known. */
    public static String slow(Queries queries, Instant now) {
        if (queries.slowLog().value().isEmpty()) {
            return "the slow log can't be read";
        }
        SlowLog log = queries.slowLog().value().get();
        if (log.isOff()) {
            return "the slow log is off";
        }
        List<SlowEntry> recent = log.entries().stream()
                .filter(entry -> entry.at().isAfter(now.minus(NEWS)))
                .toList();
        if (recent.isEmpty()) {
            return "nothing was slow in the last 15 minutes";
        }
        SlowEntry worst =
                recent.stream().max(Comparator.comparing(SlowEntry::took)).orElseThrow();
        return Sizes.of(recent.size(), "slow command", "slow commands") + " in the last 15 minutes, the slowest took "
                + Micros.words(worst.took()) + " (" + worst.shape() + ")";
    }

    /** {@code 2 latency events, the last 4 min ago: fork, 310 ms}; empty if there is nothing to say. */
    public static String latency(Queries queries, Instant now) {
        List<LatencyEvent> events =
                queries.latency().value().map(Latency::events).orElse(List.of());
        if (events.isEmpty()) {
            return "";
        }
        LatencyEvent last = events.getFirst();
        return Sizes.of(events.size(), "latency event", "latency events") + ", the last "
                + Spans.words(Duration.between(last.last(), now)) + " ago: " + last.name() + ", "
                + Spans.words(last.took());
    }

    /** {@code user:*:cart takes 61 % of 1.2 GB (estimated); the largest key takes 41 MB}. */
    public static String of(KeySample sample) {
        if (sample.looked() == 0) {
            return "there is no key in database " + sample.database();
        }
        String all = Sizes.bytes(sample.extrapolated(sample.bytes())) + (sample.isComplete() ? "" : " (estimated)");
        if (sample.groups().isEmpty()) {
            return all + "; the user may see none of the keys";
        }
        KeyGroup first = sample.groups().getFirst();
        return first.pattern() + " takes " + Math.round(100 * sample.share(first.bytes())) + " % of " + all
                + "; the largest key takes "
                + Sizes.bytes(sample.largest().getFirst().bytes()) + "; "
                + Character.toLowerCase(sample.honesty().charAt(0))
                + sample.honesty().substring(1);
    }
}
