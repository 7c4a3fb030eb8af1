package dev.watchkeeper.app.panes.host;

import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.HostDocument;
import dev.watchkeeper.app.reports.HostRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;

/**
 * What the pane shows, to be taken away.
 *
 * @param user who takes it away
 */
record HostExport(Target target, Snapshot<HostsView> snapshot, String user) implements PaneExport {
    @Override
    public String fileStem() {
        return "host-" + target.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    @Override
    public void csv(Writer out) throws IOException {
        new CsvRecords(out).add(target.name(), snapshot.takenAt(), HostRecords.of(snapshot.value()));
    }

    @Override
    public void json(Writer out) throws IOException {
        JsonRecords.write(out, "host", target.name(), snapshot, HostRecords.of(snapshot.value()));
        out.write('\n');
    }

    @Override
    public Document document() {
        return HostDocument.of(snapshot, new Origin(target, "", ZoneId.systemDefault(), user));
    }
}
