package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.reports.LogDocument;
import dev.watchkeeper.app.reports.LogRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.app.shell.ShownExport;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.serverlog.LogGroup;
import dev.watchkeeper.postgres.serverlog.ServerLog;
import java.util.List;

/** What the table shows, to be taken away. */
final class LogExport {
    private static final int TOP = 100;

    private LogExport() {}

    /**
     * @param shown of the groups that were read
     * @param origin with the filter
     */
    static PaneExport of(Snapshot<ServerLog> read, List<LogGroup> shown, Origin origin) {
        ServerLog all = read.value();
        ServerLog log = new ServerLog(
                all.place(), all.notThere(), all.from(), all.whole(), all.findings(), shown, all.settings());
        Snapshot<ServerLog> snapshot = new Snapshot<>(log, read.takenAt(), read.version(), read.cost());
        return new ShownExport(
                "log",
                snapshot,
                origin,
                () -> List.of(LogRecords.of(log, Integer.MAX_VALUE)),
                from -> LogDocument.of(snapshot, TOP, from));
    }
}
