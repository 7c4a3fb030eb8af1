package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.Micros;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.keys.BigKey;
import dev.watchkeeper.redis.keys.KeyGroup;
import dev.watchkeeper.redis.slowlog.LatencyEvent;
import dev.watchkeeper.redis.slowlog.SlowAdvice;
import dev.watchkeeper.redis.slowlog.SlowEntry;
import dev.watchkeeper.redis.slowlog.SlowGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** What is said of one line of each table. */
final class DetailWords {
    private DetailWords() {}

    static Detail of(CommandLine line) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("Calls", Sizes.count(line.did().calls()) + ", " + Micros.perSecond(line.rate()));
        facts.put("In all", Micros.words((double) line.did().micros()));
        facts.put(
                "A call", line.did().calls() == 0 ? "" : Micros.words(line.did().microsPerCall()) + " on average");
        line.percentiles().ifPresent(all -> {
            facts.put("Half of them", "within " + Micros.words(all.p50()) + ", since start");
            facts.put("99 of 100", "within " + Micros.words(all.p99()));
            facts.put("99.9 of 100", "within " + Micros.words(all.p999()));
        });
        facts.put("Refused", count(line.did().rejected()));
        facts.put("Failed", count(line.did().failed()));
        facts.put("Slow log", line.slow() == 0 ? "" : Sizes.of(line.slow(), "entry", "entries"));
        boolean slow = line.slow() > 0 || line.did().microsPerCall() >= 1000;
        Detail detail = Detail.of(line.name(), "command", Tone.NEUTRAL, "", facts)
                .withBars(Map.of("Share of time", line.share()));
        return slow ? detail.withAdvice(SlowAdvice.of(line.name()).orElse("")) : detail;
    }

    static Detail of(SlowGroup group) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("Times", Sizes.count(group.count()));
        facts.put("In all", Micros.words(group.total()));
        facts.put("On average", Micros.words(group.mean()));
        facts.put(
                "The worst",
                Micros.words(group.worst().took()) + " at "
                        + Tables.clock(group.worst().at()));
        facts.put("Client then", group.worst().address());
        facts.put("The last", "at " + Tables.clock(group.last()));
        return Detail.of(group.shape(), "shape", Tone.VIOLET, group.worst().typed(), facts)
                .withAdvice(SlowAdvice.of(group.worst().command()).orElse(""));
    }

    static Detail of(SlowEntry entry) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("Took", Micros.words(entry.took()));
        facts.put("At", Tables.clock(entry.at()));
        facts.put("Client", entry.address());
        facts.put("Its name", entry.client());
        facts.put("Shape", entry.shape());
        facts.put("Number", Long.toString(entry.id()));
        return Detail.of(entry.command(), "slow command", Tone.AMBER, entry.typed(), facts)
                .withAdvice(SlowAdvice.of(entry.command()).orElse(""));
    }

    static Detail of(LatencyEvent event) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("What it is", event.words());
        facts.put("The last", Spans.words(event.took()) + " at " + Tables.clock(event.last()));
        facts.put("The worst", Spans.words(event.worst()));
        facts.put("Remembered", Sizes.of(event.history().size(), "time", "times"));
        return Detail.of(event.name(), "latency event", Tone.AMBER, "", facts);
    }

    static Detail ofGroup(KeyLine<KeyGroup> line) {
        KeyGroup group = line.of();
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("Looked at", Sizes.of(group.keys(), "key", "keys"));
        facts.put("They take", Sizes.bytes(group.bytes()));
        facts.put("All, estimated", line.estimate().map(Sizes::bytes).orElse("too few to say"));
        facts.put("On average", Sizes.bytes(group.mean()));
        facts.put("The largest", Sizes.bytes(group.largest()));
        facts.put(
                "That expire",
                group.expiring() == 0
                        ? "none"
                        : group.expiring() == group.keys() ? "all" : Sizes.count(group.expiring()));
        Detail detail = Detail.of(group.pattern(), group.type(), Tone.VIOLET, "", facts)
                .withBars(Map.of("Share of memory", line.share()));
        return group.expiring() == 0 && line.share() >= 0.2
                ? detail.withAdvice("None of them expires: if they are a cache, EXPIRE lets them go by themselves.")
                : detail;
    }

    static Detail ofKey(KeyLine<BigKey> line) {
        BigKey key = line.of();
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("Takes", Sizes.bytes(key.bytes()) + (key.type().equals("string") ? "" : ", estimated"));
        facts.put(
                key.type().equals("string") ? "Length" : "Elements",
                key.length().map(Sizes::count).orElse(""));
        facts.put("Encoding", key.encoding());
        facts.put("Expires", key.ttl().map(ttl -> "in " + Spans.words(ttl)).orElse("never"));
        facts.put("Pattern", key.pattern());
        Detail detail = Detail.of(
                        key.pattern(), key.type(), Tone.VIOLET, key.name().typed(), facts)
                .withBars(Map.of("Share of memory", line.share()));
        boolean large = key.length().orElse(0L) > 10_000 && !key.type().equals("string");
        return large
                ? detail.withAdvice("Reading or deleting all of it holds everybody up: read it in steps with "
                        + (key.type().equals("list") ? "LRANGE" : scan(key.type()))
                        + ", delete it with UNLINK.")
                : detail;
    }

    private static String scan(String type) {
        return switch (type) {
            case "hash" -> "HSCAN";
            case "set" -> "SSCAN";
            case "zset" -> "ZSCAN";
            default -> "XRANGE";
        };
    }

    private static String count(long count) {
        return count == 0 ? "" : Sizes.count(count);
    }
}
