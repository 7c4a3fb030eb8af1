package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.StatementRecords;
import dev.watchkeeper.app.reports.StatementsDocument;
import dev.watchkeeper.app.reports.StatementsShown;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;

/**
 * The statements that the pane shows, to be taken away.
 *
 * @param user who takes it away
 */
record QueriesExport(Target target, Snapshot<StatementsShown> snapshot, String user) implements PaneExport {
    static QueriesExport of(Target target, Snapshot<Past> snapshot, String user) {
        return new QueriesExport(
                target,
                new Snapshot<>(snapshot.value().statements(), snapshot.takenAt(), snapshot.version(), snapshot.cost()),
                user);
    }

    @Override
    public String fileStem() {
        return "statements-" + target.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    @Override
    public void csv(Writer out) throws IOException {
        new CsvRecords(out).add(target.name(), snapshot.takenAt(), List.of(StatementRecords.of(snapshot.value())));
    }

    @Override
    public void json(Writer out) throws IOException {
        JsonRecords.write(out, "statements", target.name(), snapshot, List.of(StatementRecords.of(snapshot.value())));
        out.write('\n');
    }

    @Override
    public Document document() {
        return StatementsDocument.of(snapshot, new Origin(target, "", ZoneId.systemDefault(), user));
    }
}
