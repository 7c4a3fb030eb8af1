package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.info.ServerInfo;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Fact;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Tone;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** How a Redis server is, for the incident ticket. */
public final class InfoDocument {
    private InfoDocument() {}

    public static Document of(Snapshot<ServerInfo> snapshot, Origin origin) {
        ServerInfo info = snapshot.value();
        List<Block> blocks = List.of(
                new Block.Heading("Memory"),
                facts(InfoFacts.memory(info.memory()), Tone.PLAIN),
                new Block.Heading("Keyspace", Sizes.of(info.keys(), "key", "keys")),
                keyspace(info),
                new Block.Heading("Clients and traffic"),
                facts(traffic(info), Tone.PLAIN),
                new Block.Heading("Persistence"),
                facts(
                        InfoFacts.persistence(info.persistence(), snapshot.takenAt()),
                        info.persistence().lastSaveOk() && info.persistence().aofOk() ? Tone.PLAIN : Tone.AMBER),
                new Block.Heading("Replication"),
                facts(InfoFacts.replication(info.replication()), Tone.PLAIN));
        return new Document(
                "Memory of " + origin.target().name(),
                Sentences.alone(RedisSentences.ofInfo(snapshot)),
                origin.cover(snapshot),
                blocks);
    }

    private static Block facts(Map<String, String> facts, Tone tone) {
        return new Block.Facts(facts.entrySet().stream()
                .map(fact -> new Fact(fact.getKey(), fact.getValue(), tone))
                .toList());
    }

    /** Who uses it, and how well. */
    static SequencedMap<String, String> traffic(ServerInfo info) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Clients",
                Sizes.count(info.clients().connected())
                        + (info.clients().max() == 0
                                ? ""
                                : " of " + Sizes.count(info.clients().max())));
        facts.put("Blocked", Sizes.count(info.clients().blocked()));
        facts.put("Operations", Sizes.count(info.traffic().opsPerSecond()) + " /s");
        facts.put("Found when read", InfoFacts.share(info.traffic().hitShare()));
        facts.put("Evicted", Sizes.count(info.traffic().evicted()));
        facts.put("Expired", Sizes.count(info.traffic().expired()));
        facts.put("Connections refused", Sizes.count(info.traffic().rejected()));
        return facts;
    }

    private static Block keyspace(ServerInfo info) {
        return new Block.Table(
                List.of(
                        Column.code("Database", 10),
                        Column.number("Keys", "", 10),
                        Column.number("With a time to live", "", 14),
                        Column.text("Average time to live", 14)),
                info.keyspaces().stream()
                        .map(one -> (Line) Line.Row.of(
                                Cell.of("db" + one.number()),
                                Cell.of(Sizes.count(one.keys())),
                                Cell.of(Sizes.count(one.expiring())),
                                Cell.of(one.averageTtl() == 0 ? "" : Spans.words(Duration.ofMillis(one.averageTtl())))))
                        .toList(),
                "There is no key");
    }
}
