package dev.watchkeeper.app.panes.clients;

import dev.watchkeeper.app.reports.ClientRecords;
import dev.watchkeeper.app.reports.ClientsDocument;
import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;

/**
 * The clients as they are shown, with the filter, to be taken away.
 *
 * @param user who takes them away
 */
record ClientsExport(Target target, ClientsModel model, Wanted wanted, String user) implements PaneExport {
    @Override
    public String fileStem() {
        return "sessions-" + target.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    @Override
    public void csv(Writer out) throws IOException {
        new CsvRecords(out).add(target.name(), model.snapshot().takenAt(), ClientRecords.of(model.lines()));
    }

    @Override
    public void json(Writer out) throws IOException {
        JsonRecords.write(out, "sessions", target.name(), model.snapshot(), ClientRecords.of(model.lines()));
        out.write('\n');
    }

    @Override
    public Document document() {
        return ClientsDocument.of(
                model.snapshot(), model.lines(), new Origin(target, wanted.words(), ZoneId.systemDefault(), user));
    }
}
