package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.SessionRecords;
import dev.watchkeeper.app.reports.SessionsDocument;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The sessions as they are shown, with the filter, to be taken away.
 *
 * @param user who takes them away
 */
record SessionsExport(Target target, SessionsModel model, Choice choice, String user) implements PaneExport {
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
        return SessionsDocument.of(
                model.snapshot(), sessions(), new Origin(target, choice.words(), ZoneId.systemDefault(), user));
    }
}
