package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.RedisLogWords;
import dev.watchkeeper.app.serverlog.LogWays;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.serverlog.ServerLog;
import dev.watchkeeper.redis.serverlog.ServerLogProbe;
import dev.watchkeeper.report.Document;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a Redis wrote into its log in the last hour, or in as long as is said. */
final class RedisLogOutput implements PaneOutput<ServerLog> {
    private static final Duration USUAL = Duration.ofHours(1);

    private final Stretch stretch;

    RedisLogOutput(Stretch stretch) {
        this.stretch = stretch;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.REDIS;
    }

    @Override
    public PaneOutput<ServerLog> over(Stretch wanted) throws FaultException {
        return new RedisLogOutput(LogOutput.possible(wanted));
    }

    @Override
    public Probe<ServerLog> probe(Workbench bench, Target target, List<Target> company) {
        return new ServerLogProbe(
                bench.redis(target),
                LogWays.of(bench.redis(target), bench.machines()),
                stretch.since().orElse(USUAL));
    }

    @Override
    public String sentence(Snapshot<ServerLog> snapshot) {
        return RedisLogWords.sentence(snapshot.value()) + "; read from " + RedisLogWords.place(snapshot.value());
    }

    @Override
    public List<Records> records(Snapshot<ServerLog> snapshot) {
        return List.of(RedisLogWords.records(snapshot.value(), stretch.rows()));
    }

    @Override
    public List<Sheet> sheets(Snapshot<ServerLog> snapshot) {
        Sheet sheet = new Sheet("Server log")
                .text("level")
                .number("times")
                .text("last")
                .text("by")
                .text("message");
        snapshot.value().groups().stream()
                .limit(stretch.rows())
                .forEach(group -> sheet.row(
                        group.level().word(),
                        Sizes.count(group.count()),
                        group.last().truncatedTo(ChronoUnit.SECONDS).toString(),
                        RedisLogWords.role(group.newest().role()),
                        SessionsOutput.oneLine(group.newest().message())));
        return List.of(sheet);
    }

    @Override
    public Document document(Snapshot<ServerLog> snapshot, Origin origin) {
        return RedisLogWords.document(snapshot, stretch.rows(), origin);
    }
}
