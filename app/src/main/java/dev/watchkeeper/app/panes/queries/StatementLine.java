package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.reports.StatementWords;
import dev.watchkeeper.kernel.workload.Change;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param statement in one line
 * @param figures of the interval; of B if two are compared
 * @param share of the interval's execution time, 0 to 1
 * @param change what became of it since A; empty if nothing is compared
 * @param note why, as far as the figures tell: {@code plan changed 13:34}
 */
record StatementLine(
        StatementId id,
        String statement,
        StatementFigures figures,
        double share,
        Optional<Change> change,
        String note) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final double MORE = 1.5;

    static List<StatementLine> of(Past past) {
        double total = past.statements().workload().total().execMs();
        List<StatementLine> lines = new ArrayList<>();
        past.statements()
                .comparison()
                .ifPresentOrElse(
                        comparison -> comparison.changes().forEach(change -> lines.add(changed(past, change, total))),
                        () -> past.statements()
                                .workload()
                                .uses()
                                .forEach(use ->
                                        lines.add(line(past, use.id(), use.figures(), total, Optional.empty(), ""))));
        return lines;
    }

    private static StatementLine changed(Past past, Change change, double total) {
        return line(past, change.id(), change.after(), total, Optional.of(change), note(past, change));
    }

    private static StatementLine line(
            Past past, StatementId id, StatementFigures figures, double total, Optional<Change> change, String note) {
        String text = StatementWords.line(id, past.statements().text(id));
        return new StatementLine(id, text, figures, total <= 0 ? 0 : figures.execMs() / total, change, note);
    }

    private static String note(Past past, Change change) {
        Instant since = past.otherPlans().get(QueryRef.of(change.id()));
        if (since != null) {
            return "plan changed " + CLOCK.format(since.atZone(ZoneId.systemDefault()));
        }
        if (!change.isNews() || change.after().calls() == 0) {
            return "";
        }
        StatementFigures before = change.before();
        StatementFigures after = change.after();
        if (after.tempWritten() > 0 && per(after.tempWritten(), after) > MORE * per(before.tempWritten(), before)) {
            return "spills " + StatementWords.blocks(after.tempWritten());
        }
        if (before.calls() == 0) {
            return "";
        }
        if (per(after.rows(), after) > MORE * Math.max(1, per(before.rows(), before))) {
            return "more rows";
        }
        if (per(blocks(after), after) > MORE * Math.max(1, per(blocks(before), before))) {
            return "reads more";
        }
        return "";
    }

    private static double per(long count, StatementFigures figures) {
        return figures.calls() == 0 ? 0 : (double) count / figures.calls();
    }

    private static long blocks(StatementFigures figures) {
        return figures.sharedHit() + figures.sharedRead();
    }

    /** Whether something of what is looked for stands in it. */
    boolean has(String lowerCaseText) {
        return lowerCaseText.isEmpty()
                || statement.toLowerCase(Locale.ROOT).contains(lowerCaseText)
                || id.role().toLowerCase(Locale.ROOT).contains(lowerCaseText)
                || id.database().toLowerCase(Locale.ROOT).contains(lowerCaseText)
                || Long.toString(id.queryId()).contains(lowerCaseText);
    }

    /** By how many milliseconds a second its load is another one than in A; 0 if nothing is compared. */
    double shift() {
        return change.map(one -> Math.abs(one.loadAfter() - one.loadBefore())).orElse(0.0);
    }

    boolean isNews() {
        return change.map(Change::isNews).orElse(false);
    }
}
