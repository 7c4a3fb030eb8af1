package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a pane shows at one moment, written as the command line writes it.
 *
 * @param name of the data, and at the beginning of the file's name: {@code sessions}
 * @param records called when it is written, on another thread; so is the layout
 * @param layout what the PDF holds
 */
public record ShownExport(
        String name,
        Snapshot<?> snapshot,
        Origin origin,
        Supplier<List<Records>> records,
        Function<Origin, Document> layout)
        implements PaneExport {
    @Override
    public String fileStem() {
        return name + "-" + origin.target().name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    @Override
    public void csv(Writer out) throws IOException {
        new CsvRecords(out).add(origin.target().name(), snapshot.takenAt(), records.get());
    }

    @Override
    public void json(Writer out) throws IOException {
        JsonRecords.write(out, name, origin.target().name(), snapshot, records.get());
        out.write('\n');
    }

    @Override
    public Document document() {
        return layout.apply(origin);
    }
}
