package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.Micros;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.RedisQueriesDocument;
import dev.watchkeeper.app.reports.RedisQuerySentences;
import dev.watchkeeper.app.reports.SlowLogRecords;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.commandstats.CommandWork;
import dev.watchkeeper.redis.slowlog.Latency;
import dev.watchkeeper.redis.slowlog.LatencyEvent;
import dev.watchkeeper.redis.slowlog.Queries;
import dev.watchkeeper.redis.slowlog.QueriesProbe;
import dev.watchkeeper.redis.slowlog.SlowEntry;
import dev.watchkeeper.redis.slowlog.SlowGroup;
import dev.watchkeeper.redis.slowlog.SlowLog;
import dev.watchkeeper.report.Document;
import java.util.List;

/** What was slow on a Redis. */
final class SlowLogOutput implements PaneOutput<Queries> {
    @Override
    public String name() {
        return "slowlog";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.REDIS;
    }

    @Override
    public Probe<Queries> probe(Workbench bench, Target target, List<Target> company) {
        return new QueriesProbe(bench.redis(target)).insisting();
    }

    @Override
    public String sentence(Snapshot<Queries> snapshot) {
        String latency = RedisQuerySentences.latency(snapshot.value(), snapshot.takenAt());
        return RedisQuerySentences.slow(snapshot.value(), snapshot.takenAt())
                + (latency.isEmpty() ? "" : "; " + latency);
    }

    @Override
    public List<Records> records(Snapshot<Queries> snapshot) {
        return SlowLogRecords.of(snapshot.value());
    }

    @Override
    public List<Sheet> sheets(Snapshot<Queries> snapshot) {
        List<SlowEntry> entries =
                snapshot.value().slowLog().value().map(SlowLog::entries).orElse(List.of());
        return List.of(shapes(entries), entries(entries), latency(snapshot.value()));
    }

    private static Sheet shapes(List<SlowEntry> entries) {
        Sheet sheet = new Sheet("By shape")
                .number("times")
                .number("in all")
                .number("mean")
                .number("worst")
                .text("last")
                .text("shape");
        SlowGroup.of(entries)
                .forEach(group -> sheet.row(
                        Sizes.count(group.count()),
                        Micros.words(group.total()),
                        Micros.words(group.mean()),
                        Micros.words(group.worst().took()),
                        group.last().toString(),
                        group.shape()));
        return sheet;
    }

    private static Sheet entries(List<SlowEntry> entries) {
        Sheet sheet = new Sheet("Slow log")
                .number("id")
                .text("at")
                .number("took")
                .text("client")
                .text("name")
                .text("command");
        entries.forEach(entry -> sheet.row(
                Long.toString(entry.id()),
                entry.at().toString(),
                Micros.words(entry.took()),
                entry.address(),
                entry.client(),
                entry.typed()));
        return sheet;
    }

    private static Sheet latency(Queries queries) {
        Sheet sheet = new Sheet("Latency events")
                .text("event")
                .text("last")
                .number("took")
                .number("worst")
                .text("what it is");
        List<LatencyEvent> events =
                queries.latency().value().map(Latency::events).orElse(List.of());
        events.forEach(event -> sheet.row(
                event.name(),
                event.last().toString(),
                Spans.words(event.took()),
                Spans.words(event.worst()),
                event.words()));
        return sheet;
    }

    @Override
    public Document document(Snapshot<Queries> snapshot, Origin origin) {
        CommandWork sinceStart = CommandWork.sinceStart(snapshot.value().commands());
        return RedisQueriesDocument.of(snapshot, sinceStart, origin);
    }
}
