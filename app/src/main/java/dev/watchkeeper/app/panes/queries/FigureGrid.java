package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.reports.StatementWords;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.workload.StatementFigures;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** All figures of one statement in the interval that is told of. */
final class FigureGrid extends GridPane {
    FigureGrid() {
        setHgap(12);
        setVgap(6);
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    void show(StatementLine line) {
        StatementFigures figures = line.figures();
        getChildren().clear();
        add("Calls", Sizes.count(figures.calls()));
        add("Time", StatementWords.millis(figures.execMs()) + ", " + StatementWords.percent(line.share()) + " of all");
        add("Mean", StatementWords.millis(figures.meanMs()) + " ± " + StatementWords.millis(figures.stddevMs()));
        add(
                "Since counting began",
                StatementWords.millis(figures.minMs()) + " to " + StatementWords.millis(figures.maxMs()));
        add("Planning", figures.plans() == 0 ? "not counted" : planning(figures));
        add("Rows", Sizes.count(figures.rows()) + per(figures.rows(), figures));
        add(
                "Found in cache",
                StatementWords.percent(figures.hitRatio()) + " of "
                        + Sizes.of(figures.sharedHit() + figures.sharedRead(), "block", "blocks"));
        add("Read from disk", or(StatementWords.blocks(figures.sharedRead()), "nothing") + time(figures.readMs()));
        add("Written", or(StatementWords.blocks(figures.sharedWritten()), "nothing") + time(figures.writeMs()));
        add("Temporary files", or(StatementWords.blocks(figures.tempWritten()), "none"));
        add("WAL", figures.walBytes() == 0 ? "none" : Sizes.bytes(figures.walBytes()));
        add("JIT", figures.jitMs() == 0 ? "none" : StatementWords.millis(figures.jitMs()));
        add("Query id", Long.toString(line.id().queryId()));
        add("Level", line.id().topLevel() ? "sent by clients" : "inside of functions");
    }

    private static String planning(StatementFigures figures) {
        return StatementWords.millis(figures.planMs()) + ", " + Sizes.of(figures.plans(), "time", "times");
    }

    private static String per(long count, StatementFigures figures) {
        return figures.calls() == 0
                ? ""
                : String.format(Locale.ROOT, ", %,.1f a call", (double) count / figures.calls());
    }

    private static String time(double millis) {
        return millis == 0 ? "" : ", took " + StatementWords.millis(millis);
    }

    private static String or(String words, String otherwise) {
        return words.isEmpty() ? otherwise : words;
    }

    private void add(String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("secondary");
        label.setMinWidth(USE_PREF_SIZE);
        Label words = new Label(value);
        words.setWrapText(true);
        addRow(getRowCount(), label, words);
    }
}
