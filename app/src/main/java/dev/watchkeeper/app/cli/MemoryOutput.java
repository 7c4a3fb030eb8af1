package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.InfoDocument;
import dev.watchkeeper.app.reports.InfoFacts;
import dev.watchkeeper.app.reports.InfoRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.RedisSentences;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.info.InfoProbe;
import dev.watchkeeper.redis.info.ServerInfo;
import dev.watchkeeper.report.Document;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What leaves the memory pane of a Redis. */
final class MemoryOutput implements PaneOutput<ServerInfo> {
    @Override
    public String name() {
        return "memory";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.REDIS;
    }

    @Override
    public Probe<ServerInfo> probe(Workbench bench, Target target, List<Target> company) {
        return new InfoProbe(bench.redis(target));
    }

    @Override
    public String sentence(Snapshot<ServerInfo> snapshot) {
        return RedisSentences.ofInfo(snapshot);
    }

    @Override
    public List<Records> records(Snapshot<ServerInfo> snapshot) {
        return InfoRecords.of(snapshot.value());
    }

    @Override
    public List<Sheet> sheets(Snapshot<ServerInfo> snapshot) {
        ServerInfo info = snapshot.value();
        Sheet keyspace = new Sheet("Keyspace")
                .text("database")
                .number("keys")
                .number("with a time to live")
                .text("average time to live");
        info.keyspaces()
                .forEach(one -> keyspace.row(
                        "db" + one.number(),
                        Sizes.count(one.keys()),
                        Sizes.count(one.expiring()),
                        one.averageTtl() == 0 ? "" : Spans.words(Duration.ofMillis(one.averageTtl()))));
        return List.of(
                facts("Memory", InfoFacts.memory(info.memory())),
                keyspace,
                facts("Persistence", InfoFacts.persistence(info.persistence(), snapshot.takenAt())),
                facts("Replication", InfoFacts.replication(info.replication())));
    }

    private static Sheet facts(String title, Map<String, String> facts) {
        Sheet sheet = new Sheet(title).text("what").text("is");
        facts.forEach(sheet::row);
        return sheet;
    }

    @Override
    public Document document(Snapshot<ServerInfo> snapshot, Origin origin) {
        return InfoDocument.of(snapshot, origin);
    }
}
