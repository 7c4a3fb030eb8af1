package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.commandstats.CommandUse;
import dev.watchkeeper.redis.commandstats.CommandWork;
import dev.watchkeeper.redis.slowlog.Latency;
import dev.watchkeeper.redis.slowlog.LatencyEvent;
import dev.watchkeeper.redis.slowlog.Queries;
import dev.watchkeeper.redis.slowlog.SlowEntry;
import dev.watchkeeper.redis.slowlog.SlowGroup;
import dev.watchkeeper.redis.slowlog.SlowLog;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Fact;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Tone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a Redis works on and what was slow, for the incident ticket. */
public final class RedisQueriesDocument {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMM HH:mm:ss");
    private static final int ENTRIES = 100;

    private RedisQueriesDocument() {}

    /** All of it. */
    public static Document of(Snapshot<Queries> snapshot, CommandWork work, Origin origin) {
        List<Block> blocks = new ArrayList<>(commands(work, origin.zone()));
        blocks.addAll(slow(snapshot.value(), origin.zone()));
        blocks.addAll(latency(snapshot.value(), origin.zone()));
        String sentence =
                RedisQuerySentences.of(work) + "; " + RedisQuerySentences.slow(snapshot.value(), snapshot.takenAt());
        return new Document(
                "Queries on " + origin.target().name(), Sentences.alone(sentence), origin.cover(snapshot), blocks);
    }

    /** The commands alone. */
    public static Document ofCommands(Snapshot<CommandWork> snapshot, Origin origin) {
        return new Document(
                "Commands on " + origin.target().name(),
                Sentences.alone(RedisQuerySentences.of(snapshot.value())),
                origin.cover(snapshot),
                commands(snapshot.value(), origin.zone()));
    }

    private static List<Block> commands(CommandWork work, ZoneId zone) {
        return List.of(
                new Block.Heading(
                        "Commands",
                        AT.format(work.from().atZone(zone)) + " to "
                                + AT.format(work.to().atZone(zone))),
                new Block.Facts(facts(work)),
                new Block.Table(
                        List.of(
                                Column.code("Command", 20),
                                Column.number("Calls", "", 12),
                                Column.number("Calls", "a second", 10),
                                Column.number("Share of time", "", 10),
                                Column.number("A call", "mean", 10),
                                Column.number("p99", "since start", 10),
                                Column.number("Rejected", "", 9),
                                Column.number("Failed", "", 9)),
                        work.uses().stream().map(use -> row(work, use)).toList(),
                        "No command was run"));
    }

    private static List<Fact> facts(CommandWork work) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Commands", Micros.perSecond(work.callsPerSecond())));
        facts.add(new Fact("Of one core", String.format(Locale.ROOT, "%.1f %%", 100 * work.busy())));
        facts.add(new Fact("Lookups that hit", InfoFacts.share(work.totals().hitShare())));
        facts.add(new Fact(
                "Evicted",
                Sizes.of(work.totals().evicted(), "key", "keys"),
                work.totals().evicted() == 0 ? Tone.PLAIN : Tone.AMBER));
        facts.add(new Fact("Expired", Sizes.of(work.totals().expired(), "key", "keys")));
        work.interruptions()
                .forEach(one -> facts.add(new Fact("In between", RedisQuerySentences.words(one), Tone.AMBER)));
        return facts;
    }

    private static Line row(CommandWork work, CommandUse use) {
        return Line.Row.of(
                Cell.of(use.name()),
                Cell.of(Sizes.count(use.did().calls())),
                Cell.of(Micros.perSecond(work.perSecond(use.did().calls()))),
                Cell.of(Micros.share(use.share())),
                Cell.of(use.did().calls() == 0 ? "" : Micros.words(use.did().microsPerCall())),
                Cell.of(use.percentiles().map(all -> Micros.words(all.p99())).orElse("")),
                Cell.of(count(use.did().rejected()), use.did().rejected() == 0 ? Tone.PLAIN : Tone.AMBER),
                Cell.of(count(use.did().failed()), use.did().failed() == 0 ? Tone.PLAIN : Tone.AMBER));
    }

    private static String count(long count) {
        return count == 0 ? "" : Sizes.count(count);
    }

    private static List<Block> slow(Queries queries, ZoneId zone) {
        if (queries.slowLog().value().isEmpty()) {
            return refused("Slow commands", queries.slowLog().refusal().orElseThrow());
        }
        SlowLog log = queries.slowLog().value().get();
        return List.of(
                new Block.Heading("Slow commands", threshold(log)),
                new Block.Table(
                        List.of(
                                Column.code("Shape", 36),
                                Column.number("Times", "", 8),
                                Column.number("In all", "", 10),
                                Column.number("Worst", "", 10),
                                Column.text("Last", 14)),
                        SlowGroup.of(log.entries()).stream()
                                .map(group -> (Line) Line.Row.of(
                                        Cell.of(group.shape()),
                                        Cell.of(Sizes.count(group.count())),
                                        Cell.of(Micros.words(group.total())),
                                        Cell.of(Micros.words(group.worst().took())),
                                        Cell.of(AT.format(group.last().atZone(zone)))))
                                .toList(),
                        "Nothing was slow"),
                new Block.Table(
                        List.of(
                                Column.text("At", 14),
                                Column.number("Took", "", 9),
                                Column.text("Client", 18),
                                Column.code("Command", 48)),
                        log.entries().stream()
                                .limit(ENTRIES)
                                .map(entry -> entry(entry, zone))
                                .toList(),
                        "Nothing was slow"));
    }

    /** {@code slower than 10 ms; 12 of at most 128 are kept}. */
    public static String threshold(SlowLog log) {
        if (log.isOff()) {
            return "off";
        }
        String slower = log.slowerThan()
                .map(span -> "slower than " + Micros.words(span))
                .orElse("");
        String kept = log.most() < 0
                ? Sizes.count(log.length()) + " are kept"
                : Sizes.count(log.length()) + " of at most " + Sizes.count(log.most()) + " are kept";
        return slower.isEmpty() ? kept : slower + "; " + kept;
    }

    private static Line entry(SlowEntry entry, ZoneId zone) {
        return Line.Row.of(
                Cell.of(AT.format(entry.at().atZone(zone))),
                Cell.of(Micros.words(entry.took())),
                Cell.of((entry.address() + " " + entry.client()).strip()),
                Cell.of(brief(entry.typed())));
    }

    private static String brief(String typed) {
        return typed.length() > 200 ? typed.substring(0, 199) + "…" : typed;
    }

    private static List<Block> latency(Queries queries, ZoneId zone) {
        if (queries.latency().value().isEmpty()) {
            return refused("Latency events", queries.latency().refusal().orElseThrow());
        }
        Latency latency = queries.latency().value().get();
        String threshold = latency.isOff()
                ? "the latency monitor is off"
                : latency.threshold()
                        .map(span -> "from " + Spans.words(span) + " on")
                        .orElse("");
        return List.of(
                new Block.Heading("Latency events", threshold),
                new Block.Table(
                        List.of(
                                Column.code("Event", 20),
                                Column.text("What it is", 34),
                                Column.text("Last", 14),
                                Column.number("Took", "", 9),
                                Column.number("Worst", "", 9)),
                        latency.events().stream()
                                .map(event -> event(event, zone))
                                .toList(),
                        "Nothing held the server up"));
    }

    private static Line event(LatencyEvent event, ZoneId zone) {
        Instant last = event.last();
        return Line.Row.of(
                Cell.of(event.name()),
                Cell.of(event.words()),
                Cell.of(AT.format(last.atZone(zone))),
                Cell.of(Spans.words(event.took())),
                Cell.of(Spans.words(event.worst())));
    }

    private static List<Block> refused(String title, Fault why) {
        return List.of(new Block.Heading(title, ""), new Block.Paragraph(Sentences.alone(why.sentence()), Tone.AMBER));
    }
}
