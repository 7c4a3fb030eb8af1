package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.reports.BackupRecords;
import dev.watchkeeper.app.reports.BackupsDocument;
import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.Writer;

/** The catalog that is shown, to be taken away: all of it, whatever is filtered. */
final class BackupsExport implements PaneExport {
    private final Target target;
    private final BackupsScene scene;
    private final String user;

    BackupsExport(Target target, BackupsScene scene, String user) {
        this.target = target;
        this.scene = scene;
        this.user = user;
    }

    private Snapshot<Catalog> shown() {
        Snapshot<Catalog> read = scene.snapshot();
        return new Snapshot<>(scene.catalog(), read.takenAt(), read.version(), read.cost());
    }

    @Override
    public String fileStem() {
        return "backups-" + target.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    @Override
    public void csv(Writer out) throws IOException {
        new CsvRecords(out).add(target.name(), scene.at(), BackupRecords.of(scene.catalog()));
    }

    @Override
    public void json(Writer out) throws IOException {
        JsonRecords.write(out, "backups", target.name(), shown(), BackupRecords.of(scene.catalog()));
        out.write('\n');
    }

    @Override
    public Document document() {
        return BackupsDocument.of(shown(), new Origin(target, "", scene.times().zone(), user));
    }
}
