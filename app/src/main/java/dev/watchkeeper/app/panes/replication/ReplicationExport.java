package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.panes.replication.picture.ClusterDrawing;
import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.TopologyDocument;
import dev.watchkeeper.app.reports.TopologyRecords;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.Optional;

/** The cluster that is shown, to be taken away. */
final class ReplicationExport implements PaneExport {
    private final Target target;
    private final ReplicationScene scene;

    ReplicationExport(Target target, ReplicationScene scene) {
        this.target = target;
        this.scene = scene;
    }

    @Override
    public String fileStem() {
        return "replication-" + target.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    @Override
    public void csv(Writer out) throws IOException {
        new CsvRecords(out).add(target.name(), scene.at(), TopologyRecords.of(scene.topology()));
    }

    @Override
    public void json(Writer out) throws IOException {
        JsonRecords.write(out, "replication", target.name(), scene.snapshot(), TopologyRecords.of(scene.topology()));
        out.write('\n');
    }

    @Override
    public Document document() {
        Origin origin =
                new Origin(target, "", ZoneId.systemDefault(), target.endpoint().user());
        return TopologyDocument.of(scene.snapshot(), Optional.of(ClusterDrawing.of(scene.layout())), origin);
    }
}
