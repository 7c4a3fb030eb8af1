package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.Sentences;
import dev.watchkeeper.app.reports.SessionRecords;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Cover;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Source;
import dev.watchkeeper.report.Tone;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sessions as they are shown, with the filter, to be taken away. */
final class SessionsExport implements PaneExport {
    private final Target target;
    private final SessionsModel model;
    private final Choice choice;

    SessionsExport(Target target, SessionsModel model, Choice choice) {
        this.target = target;
        this.model = model;
        this.choice = choice;
    }

    private List<Session> sessions() {
        List<Session> sessions = new ArrayList<>();
        for (SessionLine line : model.lines()) {
            if (line instanceof SessionLine.One one) {
                sessions.add(one.session());
            }
        }
        return sessions;
    }

    private Records records() {
        return SessionRecords.of(model.snapshot(), sessions());
    }

    @Override
    public String fileStem() {
        return "sessions-" + target.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    @Override
    public void csv(Writer out) throws IOException {
        new CsvRecords(out).add(target.name(), model.snapshot().takenAt(), records());
    }

    @Override
    public void json(Writer out) throws IOException {
        JsonRecords.write(out, "sessions", target.name(), model.snapshot(), records());
        out.write('\n');
    }

    @Override
    public Document document() {
        Cover cover = new Cover(
                List.of(new Source(
                        target.name(),
                        target.environment(),
                        target.endpoint().where(),
                        target.endpoint().engine().title() + " "
                                + model.snapshot().version().full())),
                model.snapshot().takenAt(),
                ZoneId.systemDefault(),
                choice.words(),
                target.endpoint().user());
        return new Document("Sessions on " + target.name(), Sentences.of(model.snapshot()), cover, List.of(table()));
    }

    private Block table() {
        List<Line> lines = new ArrayList<>();
        for (SessionLine line : model.lines()) {
            lines.add(
                    switch (line) {
                        case SessionLine.Band band -> new Line.Band(band.name(), band.sessions() + " sessions");
                        case SessionLine.One one -> row(one);
                    });
        }
        return new Block.Table(
                List.of(
                        Column.number("PID", "", 8),
                        Column.badge("State", 12),
                        Column.text("User", 12),
                        Column.text("Application", 14),
                        Column.text("Client", 12),
                        Column.number("Transaction", "min:s", 10),
                        Column.number("Query", "min:s", 9),
                        Column.text("Waits for", 16),
                        Column.number("Blocks", "", 7)),
                lines,
                "No session is like that");
    }

    private static Line row(SessionLine.One one) {
        Session session = one.session();
        boolean waits = StateGroup.of(session) == StateGroup.WAITING;
        return Line.Row.of(
                        Cell.of(Integer.toString(session.pid())),
                        Cell.of(session.state().badge(), tone(session)),
                        Cell.of(text(session.user())),
                        Cell.of(session.application()),
                        Cell.of(text(session.client())),
                        Cell.of(clock(one.xactAge())),
                        Cell.of(clock(one.queryAge())),
                        Cell.of(session.waits(), waits ? Tone.RED : Tone.PLAIN),
                        one.blocks() == 0 ? Cell.EMPTY : Cell.of(Integer.toString(one.blocks()), Tone.RED))
                .with(session.query());
    }

    private static Tone tone(Session session) {
        return switch (StateGroup.tone(session.state())) {
            case GREEN -> Tone.GREEN;
            case AMBER -> Tone.AMBER;
            default -> Tone.PLAIN;
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String clock(@Nullable Duration age) {
        return age == null ? "" : Spans.clock(age);
    }
}
