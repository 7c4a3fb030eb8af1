package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.workload.Change;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import dev.watchkeeper.postgres.statements.Coverage;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Fact;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Tone;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Statements for the ticket: what they cost, and what changed. */
public final class StatementsDocument {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** Characters of a statement, on one or two pages; the JSON has the whole of it. */
    private static final int LONGEST = 8000;

    private StatementsDocument() {}

    /** A list of what is shown, with whole texts. */
    public static Document of(Snapshot<StatementsShown> snapshot, Origin origin) {
        StatementsShown shown = snapshot.value();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts(shown, origin.zone())));
        int count = shown.comparison().isPresent()
                ? shown.changes().size()
                : shown.uses().size();
        blocks.add(new Block.Heading(
                shown.comparison().isPresent() ? "What changed from A to B" : "Statements by time",
                Sizes.of(count, "statement", "statements")));
        blocks.add(shown.comparison().isPresent() ? compared(shown) : table(shown));
        return new Document(
                "Statements of " + origin.target().name(),
                Sentences.alone(StatementSentences.of(shown)),
                origin.cover(snapshot),
                blocks);
    }

    private static List<Fact> facts(StatementsShown shown, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        shown.comparison().ifPresent(comparison -> facts.add(new Fact("A", interval(comparison.before(), zone))));
        facts.add(new Fact(shown.comparison().isPresent() ? "B" : "Interval", interval(shown.workload(), zone)));
        StatementFigures total = shown.workload().total();
        facts.add(new Fact("Calls", Sizes.count(total.calls())));
        facts.add(new Fact("Execution time", StatementWords.millis(total.execMs())));
        facts.add(new Fact("Found in cache", StatementWords.percent(total.hitRatio())));
        facts.add(new Fact("WAL", Sizes.bytes(total.walBytes())));
        shown.coverage().ifPresent(coverage -> facts.add(new Fact("Seen as", seenAs(coverage))));
        return facts;
    }

    private static String seenAs(Coverage coverage) {
        return coverage.role()
                + (coverage.hidden() == 0 ? "" : ", from whom " + Sizes.count(coverage.hidden()) + " are hidden");
    }

    private static String interval(Workload workload, ZoneId zone) {
        return MOMENT.format(workload.from().atZone(zone)) + " to "
                + MOMENT.format(workload.to().atZone(zone)) + ", " + Spans.words(workload.covered())
                + (workload.covered().compareTo(workload.length()) < 0 ? " of it recorded" : "");
    }

    private static Block table(StatementsShown shown) {
        List<Column> columns = List.of(
                Column.number("Share", "%", 8),
                Column.number("Calls", "", 9),
                Column.number("Time", "", 10),
                Column.number("Mean", "", 9),
                Column.number("Rows", "", 10),
                Column.number("In cache", "%", 8),
                Column.number("Temp", "", 8),
                Column.number("WAL", "", 8),
                Column.text("Database", 10),
                Column.text("Role", 10));
        double total = shown.workload().total().execMs();
        List<Line> lines = new ArrayList<>();
        for (StatementUse use : shown.uses()) {
            StatementFigures figures = use.figures();
            lines.add(Line.Row.of(
                            Cell.of(share(figures.execMs(), total)),
                            Cell.of(Sizes.count(figures.calls())),
                            Cell.of(StatementWords.millis(figures.execMs())),
                            Cell.of(StatementWords.millis(figures.meanMs())),
                            Cell.of(Sizes.count(figures.rows())),
                            Cell.of(number(figures.hitRatio() * 100)),
                            Cell.of(
                                    StatementWords.blocks(figures.tempWritten()),
                                    figures.tempWritten() > 0 ? Tone.AMBER : Tone.PLAIN),
                            Cell.of(figures.walBytes() == 0 ? "" : Sizes.bytes(figures.walBytes())),
                            Cell.of(use.id().database()),
                            Cell.of(use.id().role()))
                    .with(text(shown, use.id())));
        }
        return new Block.Table(columns, lines, "No statement ended in that time");
    }

    private static Block compared(StatementsShown shown) {
        List<Column> columns = List.of(
                Column.badge("Change", 12),
                Column.number("Share in B", "%", 9),
                Column.number("Calls in A", "", 10),
                Column.number("Calls in B", "", 10),
                Column.number("Mean in A", "", 10),
                Column.number("Mean in B", "", 10),
                Column.text("Database", 11),
                Column.text("Role", 11));
        double total = shown.workload().total().execMs();
        List<Line> lines = new ArrayList<>();
        for (Change change : shown.changes()) {
            lines.add(Line.Row.of(
                            Cell.of(StatementWords.change(change), tone(change.kind())),
                            Cell.of(share(change.after().execMs(), total)),
                            Cell.of(Sizes.count(change.before().calls())),
                            Cell.of(Sizes.count(change.after().calls())),
                            Cell.of(mean(change.before())),
                            Cell.of(mean(change.after())),
                            Cell.of(change.id().database()),
                            Cell.of(change.id().role()))
                    .with(text(shown, change.id())));
        }
        return new Block.Table(columns, lines, "No statement ended in either interval");
    }

    /** What a change means, in the colours of the pane. */
    public static Tone tone(Change.Kind kind) {
        return switch (kind) {
            case SLOWER -> Tone.RED;
            case FASTER -> Tone.GREEN;
            case NEW -> Tone.VIOLET;
            case MORE_CALLS -> Tone.AMBER;
            case GONE, FEWER_CALLS, SAME -> Tone.PLAIN;
        };
    }

    private static String text(StatementsShown shown, StatementId id) {
        String text = shown.text(id);
        if (text.isEmpty()) {
            return StatementWords.line(id, text);
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    private static String mean(StatementFigures figures) {
        return figures.calls() == 0 ? "" : StatementWords.millis(figures.meanMs());
    }

    private static String share(double part, double whole) {
        return whole <= 0 ? "" : number(part / whole * 100);
    }

    private static String number(double percent) {
        return String.format(Locale.ROOT, percent >= 9.95 ? "%.0f" : "%.1f", percent);
    }
}
