package dev.watchkeeper.app.panes.memory;

import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.InfoDocument;
import dev.watchkeeper.app.reports.InfoRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.redis.info.ServerInfo;
import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;

/**
 * What the pane shows, to be taken away.
 *
 * @param user who takes it away
 */
record MemoryExport(Target target, Snapshot<ServerInfo> snapshot, String user) implements PaneExport {
    @Override
    public String fileStem() {
        return "memory-" + target.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    @Override
    public void csv(Writer out) throws IOException {
        new CsvRecords(out).add(target.name(), snapshot.takenAt(), InfoRecords.of(snapshot.value()));
    }

    @Override
    public void json(Writer out) throws IOException {
        JsonRecords.write(out, "memory", target.name(), snapshot, InfoRecords.of(snapshot.value()));
        out.write('\n');
    }

    @Override
    public Document document() {
        return InfoDocument.of(snapshot, new Origin(target, "", ZoneId.systemDefault(), user));
    }
}
