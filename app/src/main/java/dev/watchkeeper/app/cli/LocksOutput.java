package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.panes.locks.picture.PictureDrawing;
import dev.watchkeeper.app.reports.ForestLine;
import dev.watchkeeper.app.reports.LockRecords;
import dev.watchkeeper.app.reports.LocksDocument;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.Sentences;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.LocksProbe;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Wait;
import dev.watchkeeper.report.Document;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What leaves the locks pane. */
final class LocksOutput implements PaneOutput<BlockingForest> {
    @Override
    public String name() {
        return "locks";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.POSTGRESQL;
    }

    @Override
    public Probe<BlockingForest> probe(Workbench bench, Target target, List<Target> company) {
        return new LocksProbe(bench.open(target));
    }

    @Override
    public String sentence(Snapshot<BlockingForest> snapshot) {
        return Sentences.ofForest(snapshot);
    }

    @Override
    public List<Records> records(Snapshot<BlockingForest> snapshot) {
        return List.of(LockRecords.of(snapshot));
    }

    @Override
    public List<Sheet> sheets(Snapshot<BlockingForest> snapshot) {
        Sheet sheet = new Sheet()
                .text("pid")
                .text("user")
                .text("state")
                .number("transaction")
                .number("waits")
                .text("for")
                .text("mode")
                .number("frees")
                .text("statement");
        for (ForestLine line : ForestLine.of(snapshot.value(), snapshot.takenAt())) {
            add(sheet, line, snapshot.value(), snapshot.takenAt());
        }
        return List.of(sheet);
    }

    @Override
    public Document document(Snapshot<BlockingForest> snapshot, Origin origin) {
        return LocksDocument.of(snapshot, Optional.of(PictureDrawing.of(snapshot, origin.zone())), origin);
    }

    private static void add(Sheet sheet, ForestLine line, BlockingForest forest, Instant now) {
        Member member = line.member();
        Wait awaits = member.awaits();
        int frees = forest.freedBy(member.party()).inTurn().size();
        sheet.row(
                name(line),
                Objects.requireNonNullElse(member.user(), ""),
                member.party().isPrepared() ? "prepared" : member.state().badge(),
                member.xactStart() == null ? "" : Spans.clock(member.xactAge(now)),
                awaits == null ? "" : Spans.clock(awaits.lasts(now)),
                awaits == null ? "" : awaits.what().name() + (line.soft() ? " (in the queue)" : ""),
                awaits == null ? held(member) : awaits.mode().shortLabel(),
                frees == 0 ? "" : Integer.toString(frees),
                SessionsOutput.oneLine(member.query()));
    }

    private static String name(ForestLine line) {
        return "  ".repeat(line.depth())
                + (line.depth() == 0 ? "" : line.soft() ? "┄ " : "─ ")
                + line.member().party().label();
    }

    private static String held(Member member) {
        if (member.holds().isEmpty()) {
            return "";
        }
        Member.Held held = member.holds().getFirst();
        return "holds " + held.mode().shortLabel() + " on " + held.what().name();
    }
}
