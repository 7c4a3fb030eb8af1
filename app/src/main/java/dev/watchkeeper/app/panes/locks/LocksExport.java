package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.panes.locks.picture.PictureDrawing;
import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.LockRecords;
import dev.watchkeeper.app.reports.LocksDocument;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** The forest that is shown, of now or of the past, to be taken away. */
final class LocksExport implements PaneExport {
    private final Target target;
    private final LocksScene scene;

    LocksExport(Target target, LocksScene scene) {
        this.target = target;
        this.scene = scene;
    }

    @Override
    public String fileStem() {
        return "locks-" + target.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    @Override
    public void csv(Writer out) throws IOException {
        new CsvRecords(out).add(target.name(), scene.at(), LockRecords.of(scene.snapshot()));
    }

    @Override
    public void json(Writer out) throws IOException {
        JsonRecords.write(out, "locks", target.name(), scene.snapshot(), LockRecords.of(scene.snapshot()));
        out.write('\n');
    }

    @Override
    public Document document() {
        Origin origin =
                new Origin(target, "", scene.text().zone(), target.endpoint().user());
        return LocksDocument.of(scene.snapshot(), Optional.of(PictureDrawing.of(scene.layout())), origin);
    }
}
