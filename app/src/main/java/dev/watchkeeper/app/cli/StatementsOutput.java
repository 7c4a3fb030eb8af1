package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.StatementRecords;
import dev.watchkeeper.app.reports.StatementSentences;
import dev.watchkeeper.app.reports.StatementWords;
import dev.watchkeeper.app.reports.StatementsDocument;
import dev.watchkeeper.app.reports.StatementsShown;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.workload.Change;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.postgres.statements.StatementsProbe;
import dev.watchkeeper.report.Document;
import java.util.List;
import java.util.Optional;

/** What leaves the queries pane: what statements did over a stretch of time. */
final class StatementsOutput implements PaneOutput<StatementsShown> {
    private final Stretch stretch;

    StatementsOutput(Stretch stretch) {
        this.stretch = stretch;
    }

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.POSTGRESQL;
    }

    @Override
    public PaneOutput<StatementsShown> over(Stretch wanted) {
        return new StatementsOutput(wanted);
    }

    @Override
    public Probe<StatementsShown> probe(Workbench bench, Target target, List<Target> company) {
        return stretch.isHistory()
                ? new RecordedStatements(
                        bench::requireHistory,
                        target.name(),
                        stretch,
                        bench.surroundings().clock())
                : new MeasuredStatements(new StatementsProbe(bench.open(target)), stretch);
    }

    @Override
    public String sentence(Snapshot<StatementsShown> snapshot) {
        return StatementSentences.of(snapshot.value());
    }

    @Override
    public Optional<String> unseen(Snapshot<StatementsShown> snapshot) {
        return snapshot.value().coverage().flatMap(StatementSentences::unseen);
    }

    @Override
    public List<Records> records(Snapshot<StatementsShown> snapshot) {
        return List.of(StatementRecords.of(snapshot.value()));
    }

    @Override
    public List<Sheet> sheets(Snapshot<StatementsShown> snapshot) {
        StatementsShown shown = snapshot.value();
        return List.of(shown.comparison().isPresent() ? compared(shown) : plain(shown));
    }

    @Override
    public Document document(Snapshot<StatementsShown> snapshot, Origin origin) {
        return StatementsDocument.of(snapshot, origin);
    }

    private static Sheet plain(StatementsShown shown) {
        Sheet sheet = new Sheet()
                .number("share")
                .number("calls")
                .number("time")
                .number("mean")
                .number("rows")
                .number("in cache")
                .number("temp")
                .number("wal")
                .text("database")
                .text("role")
                .text("statement");
        double total = shown.workload().total().execMs();
        for (StatementUse use : shown.uses()) {
            StatementFigures figures = use.figures();
            sheet.row(
                    share(figures, total),
                    Sizes.count(figures.calls()),
                    StatementWords.millis(figures.execMs()),
                    StatementWords.millis(figures.meanMs()),
                    Sizes.count(figures.rows()),
                    StatementWords.percent(figures.hitRatio()),
                    StatementWords.blocks(figures.tempWritten()),
                    figures.walBytes() == 0 ? "" : Sizes.bytes(figures.walBytes()),
                    use.id().database(),
                    use.id().role(),
                    statement(shown, use.id()));
        }
        return sheet;
    }

    private static Sheet compared(StatementsShown shown) {
        Sheet sheet = new Sheet()
                .text("change")
                .number("by")
                .number("share in B")
                .number("calls in A")
                .number("calls in B")
                .number("mean in A")
                .number("mean in B")
                .text("database")
                .text("role")
                .text("statement");
        double total = shown.workload().total().execMs();
        for (Change change : shown.changes()) {
            sheet.row(
                    kind(shown, change),
                    by(change),
                    share(change.after(), total),
                    Sizes.count(change.before().calls()),
                    Sizes.count(change.after().calls()),
                    mean(change.before()),
                    mean(change.after()),
                    change.id().database(),
                    change.id().role(),
                    statement(shown, change.id()));
        }
        return sheet;
    }

    private static String kind(StatementsShown shown, Change change) {
        String plan = shown.otherPlanSince(change).isPresent() ? ", plan changed" : "";
        return change.isNews() ? change.kind().words() + plan : "";
    }

    private static String by(Change change) {
        return switch (change.kind()) {
            case SLOWER, FASTER -> StatementWords.factor(change.meanRatio());
            case MORE_CALLS, FEWER_CALLS -> StatementWords.factor(change.callsRatio());
            case NEW, GONE, SAME -> "";
        };
    }

    private static String share(StatementFigures figures, double total) {
        return total <= 0 ? "" : StatementWords.percent(figures.execMs() / total);
    }

    private static String mean(StatementFigures figures) {
        return figures.calls() == 0 ? "" : StatementWords.millis(figures.meanMs());
    }

    private static String statement(StatementsShown shown, StatementId id) {
        return StatementWords.line(id, shown.text(id));
    }
}
