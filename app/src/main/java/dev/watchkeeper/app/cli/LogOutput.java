package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.LogDocument;
import dev.watchkeeper.app.reports.LogRecords;
import dev.watchkeeper.app.reports.LogSentences;
import dev.watchkeeper.app.reports.LogWords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.serverlog.LogWays;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.serverlog.LogFinding.Kind;
import dev.watchkeeper.postgres.serverlog.LogGroup;
import dev.watchkeeper.postgres.serverlog.ServerLog;
import dev.watchkeeper.postgres.serverlog.ServerLogProbe;
import dev.watchkeeper.report.Document;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server's log tells of the last hour, or of as long as is said. */
final class LogOutput implements PaneOutput<ServerLog> {
    private static final Duration USUAL = Duration.ofHours(1);

    private final Stretch stretch;

    LogOutput(Stretch stretch) {
        this.stretch = stretch;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.POSTGRESQL;
    }

    @Override
    public PaneOutput<ServerLog> over(Stretch wanted) throws FaultException {
        return new LogOutput(possible(wanted));
    }

    /** @throws FaultException BAD_INPUT if something is asked for that makes no sense for a log */
    static Stretch possible(Stretch wanted) throws FaultException {
        if (wanted.compare().isPresent() || wanted.length().isPresent()) {
            throw new FaultException(
                    FaultKind.BAD_INPUT, "the log is neither measured nor compared", "Say --since and --top at most");
        }
        return wanted;
    }

    @Override
    public Probe<ServerLog> probe(Workbench bench, Target target, List<Target> company) {
        return new ServerLogProbe(
                bench.open(target),
                LogWays.of(bench.open(target), bench.machines()),
                stretch.since().orElse(USUAL));
    }

    @Override
    public String sentence(Snapshot<ServerLog> snapshot) {
        return LogSentences.of(snapshot.value()) + "; read from " + LogSentences.place(snapshot.value());
    }

    @Override
    public List<Records> records(Snapshot<ServerLog> snapshot) {
        return List.of(LogRecords.of(snapshot.value(), stretch.rows()));
    }

    @Override
    public List<Sheet> sheets(Snapshot<ServerLog> snapshot) {
        List<Sheet> sheets = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            sheets.add(sheet(kind, snapshot.value()));
        }
        return sheets;
    }

    @Override
    public Document document(Snapshot<ServerLog> snapshot, Origin origin) {
        return LogDocument.of(snapshot, stretch.rows(), origin);
    }

    private Sheet sheet(Kind kind, ServerLog log) {
        Sheet sheet = new Sheet(LogWords.title(kind))
                .number("times")
                .number("in all")
                .number("longest")
                .text("last")
                .text("database")
                .text("role")
                .text(subject(kind));
        log.groups().stream()
                .filter(group -> group.kind() == kind)
                .limit(stretch.rows())
                .forEach(group -> add(sheet, group));
        return sheet;
    }

    private static String subject(Kind kind) {
        return switch (kind) {
            case ERROR, WARNING, DEADLOCK, CHECKPOINT -> "message";
            case SLOW, PLAN, LOCK_WAIT, TEMP_FILE -> "statement";
        };
    }

    private static void add(Sheet sheet, LogGroup group) {
        sheet.row(
                Sizes.count(group.count()),
                LogWords.total(group),
                LogWords.max(group),
                last(group.last()),
                group.database(),
                group.user(),
                SessionsOutput.oneLine(LogWords.about(group)));
    }

    private static String last(@Nullable Instant at) {
        return at == null ? "" : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
