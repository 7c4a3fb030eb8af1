package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.LiveColumn;
import dev.watchkeeper.app.controls.table.LiveColumn.Look;
import dev.watchkeeper.app.reports.StatementWords;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.workload.Change;
import dev.watchkeeper.kernel.workload.StatementFigures;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** What stands in the tables of statements. What is seldom asked for can be switched on at the right of the heads. */
final class StatementColumns {
    static final String SHARE = "Share of time";

    private static final double HEAVY = 0.25;

    private StatementColumns() {}

    /** Of one interval. */
    static List<LiveColumn<StatementLine>> plain() {
        return List.of(
                statement(),
                text("Database", 92, line -> line.id().database()).yields(2),
                text("Role", 92, line -> line.id().role()).yields(4),
                count("Calls", 84, StatementFigures::calls),
                share(),
                millis("Time", 96, StatementFigures::execMs),
                millis("Mean", 80, StatementFigures::meanMs),
                count("Rows", 84, StatementFigures::rows).yields(3),
                number("In cache", 76, StatementFigures::hitRatio, StatementWords::percent)
                        .toned(line ->
                                line.figures().hitRatio() < 0.9 && line.share() >= 0.05 ? Tone.AMBER : Tone.NEUTRAL)
                        .yields(2),
                blocks("Temp", 72, StatementFigures::tempWritten)
                        .toned(line -> line.figures().tempWritten() > 0 ? Tone.AMBER : Tone.NEUTRAL)
                        .yields(1),
                bytes("WAL", 72, StatementFigures::walBytes).yields(1),
                millis("Shortest ever", 92, StatementFigures::minMs).hiddenAtFirst(),
                millis("Longest ever", 92, StatementFigures::maxMs).hiddenAtFirst(),
                millis("Deviation", 84, StatementFigures::stddevMs).hiddenAtFirst(),
                millis("Planning", 84, StatementFigures::planMs).hiddenAtFirst(),
                millis("Reading", 84, StatementFigures::readMs).hiddenAtFirst(),
                millis("Writing", 84, StatementFigures::writeMs).hiddenAtFirst(),
                millis("JIT", 76, StatementFigures::jitMs).hiddenAtFirst(),
                blocks("Dirtied", 76, StatementFigures::sharedDirtied).hiddenAtFirst(),
                text("Level", 76, line -> line.id().topLevel() ? "top" : "nested")
                        .hiddenAtFirst());
    }

    /** Of two intervals. */
    static List<LiveColumn<StatementLine>> compared() {
        return List.of(
                statement(),
                LiveColumn.<StatementLine>of("Change", 96, Look.BADGE, line -> change(line, StatementWords::change))
                        .toned(line ->
                                line.change().map(change -> tone(change.kind())).orElse(Tone.NEUTRAL))
                        .by(line -> line.isNews() ? (Double) line.shift() : null),
                share(),
                mean("Mean in A", Change::before),
                mean("Mean in B", Change::after),
                LiveColumn.<StatementLine>of(
                                "Calls in A",
                                84,
                                Look.NUMBER,
                                line -> change(
                                        line, change -> counted(change.before().calls())))
                        .by(line -> line.change()
                                .map(change -> change.before().calls())
                                .orElse(0L))
                        .yields(1),
                count("Calls in B", 84, StatementFigures::calls).yields(4),
                text("Database", 92, line -> line.id().database()).hiddenAtFirst(),
                text("Role", 92, line -> line.id().role()).yields(2),
                LiveColumn.<StatementLine>of("Why", 140, Look.QUIET, StatementLine::note)
                        .yields(3));
    }

    /** As in the document that is taken away. */
    static Tone tone(Change.Kind kind) {
        return switch (kind) {
            case SLOWER -> Tone.RED;
            case FASTER -> Tone.GREEN;
            case NEW -> Tone.VIOLET;
            case MORE_CALLS -> Tone.AMBER;
            case GONE, FEWER_CALLS, SAME -> Tone.NEUTRAL;
        };
    }

    private static LiveColumn<StatementLine> statement() {
        return LiveColumn.<StatementLine>of("Statement", 320, Look.CODE, StatementLine::statement)
                .growing();
    }

    private static LiveColumn<StatementLine> share() {
        return LiveColumn.<StatementLine>of(SHARE, 100, Look.NUMBER, line -> StatementWords.percent(line.share()))
                .by(StatementLine::share)
                .toned(line -> line.share() >= HEAVY ? Tone.ACCENT : Tone.NEUTRAL);
    }

    private static LiveColumn<StatementLine> mean(String title, Function<Change, StatementFigures> side) {
        Function<StatementLine, StatementFigures> figures =
                line -> line.change().map(side).orElse(StatementFigures.NONE);
        return LiveColumn.<StatementLine>of(
                        title,
                        88,
                        Look.NUMBER,
                        line -> figures.apply(line).calls() == 0
                                ? "–"
                                : StatementWords.millis(figures.apply(line).meanMs()))
                .by(line -> figures.apply(line).meanMs());
    }

    private static String change(StatementLine line, Function<Change, String> words) {
        return line.change().map(words).orElse("");
    }

    private static LiveColumn<StatementLine> text(String title, double width, Function<StatementLine, String> text) {
        return LiveColumn.of(title, width, Look.TEXT, text);
    }

    private static LiveColumn<StatementLine> count(
            String title, double width, ToLongFunction<StatementFigures> figure) {
        return LiveColumn.<StatementLine>of(
                        title, width, Look.NUMBER, line -> counted(figure.applyAsLong(line.figures())))
                .by(line -> figure.applyAsLong(line.figures()));
    }

    private static String counted(long count) {
        return count == 0 ? "" : Sizes.count(count);
    }

    private static LiveColumn<StatementLine> millis(
            String title, double width, ToDoubleFunction<StatementFigures> figure) {
        return number(title, width, figure, value -> value == 0 ? "" : StatementWords.millis(value));
    }

    private static LiveColumn<StatementLine> number(
            String title, double width, ToDoubleFunction<StatementFigures> figure, Function<Double, String> words) {
        return LiveColumn.<StatementLine>of(
                        title, width, Look.NUMBER, line -> words.apply(figure.applyAsDouble(line.figures())))
                .by(line -> figure.applyAsDouble(line.figures()));
    }

    private static LiveColumn<StatementLine> blocks(
            String title, double width, ToLongFunction<StatementFigures> figure) {
        return LiveColumn.<StatementLine>of(
                        title, width, Look.NUMBER, line -> StatementWords.blocks(figure.applyAsLong(line.figures())))
                .by(line -> figure.applyAsLong(line.figures()));
    }

    private static LiveColumn<StatementLine> bytes(
            String title, double width, ToLongFunction<StatementFigures> figure) {
        return LiveColumn.<StatementLine>of(title, width, Look.NUMBER, line -> {
                    long bytes = figure.applyAsLong(line.figures());
                    return bytes == 0 ? "" : Sizes.bytes(bytes);
                })
                .by(line -> figure.applyAsLong(line.figures()));
    }
}
