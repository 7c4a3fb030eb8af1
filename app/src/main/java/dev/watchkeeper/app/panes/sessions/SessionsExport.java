package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.SessionRecords;
import dev.watchkeeper.app.reports.SessionsDocument;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.app.shell.ShownExport;
import dev.watchkeeper.postgres.sessions.Session;
import java.util.ArrayList;
import java.util.List;

/** The sessions as they are shown, to be taken away. */
final class SessionsExport {
    private SessionsExport() {}

    /** @param origin with the filter */
    static PaneExport of(SessionsModel model, Origin origin) {
        return new ShownExport(
                "sessions",
                model.snapshot(),
                origin,
                () -> List.of(SessionRecords.of(model.snapshot(), sessions(model))),
                from -> SessionsDocument.of(model.snapshot(), sessions(model), from));
    }

    private static List<Session> sessions(SessionsModel model) {
        List<Session> sessions = new ArrayList<>();
        for (SessionLine line : model.lines()) {
            if (line instanceof SessionLine.One one) {
                sessions.add(one.session());
            }
        }
        return sessions;
    }
}
