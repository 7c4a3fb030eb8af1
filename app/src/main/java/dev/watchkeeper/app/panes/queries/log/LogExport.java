package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.LogDocument;
import dev.watchkeeper.app.reports.LogRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.serverlog.LogGroup;
import dev.watchkeeper.postgres.serverlog.ServerLog;
import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;

/**
 * What the table shows, to be taken away.
 *
 * @param filter in words; empty if all is shown
 * @param user who takes it away
 */
record LogExport(Target target, Snapshot<ServerLog> snapshot, String filter, String user) implements PaneExport {
    private static final int TOP = 100;

    /** @param shown of the snapshot's groups */
    static LogExport of(Target target, Snapshot<ServerLog> of, List<LogGroup> shown, String filter, String user) {
        ServerLog all = of.value();
        ServerLog log = new ServerLog(
                all.place(), all.notThere(), all.from(), all.whole(), all.findings(), shown, all.settings());
        return new LogExport(target, new Snapshot<>(log, of.takenAt(), of.version(), of.cost()), filter, user);
    }

    @Override
    public String fileStem() {
        return "log-" + target.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    private Records records() {
        return LogRecords.of(snapshot.value(), Integer.MAX_VALUE);
    }

    @Override
    public void csv(Writer out) throws IOException {
        new CsvRecords(out).add(target.name(), snapshot.takenAt(), records());
    }

    @Override
    public void json(Writer out) throws IOException {
        JsonRecords.write(out, "log", target.name(), snapshot, records());
        out.write('\n');
    }

    @Override
    public Document document() {
        return LogDocument.of(snapshot, TOP, new Origin(target, filter, ZoneId.systemDefault(), user));
    }
}
