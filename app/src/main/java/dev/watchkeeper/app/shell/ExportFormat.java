package dev.watchkeeper.app.shell;

import dev.watchkeeper.report.pdf.PdfReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** How what a pane shows leaves the console. */
public enum ExportFormat {
    CSV("CSV", "csv"),
    JSON("JSON", "json"),
    PDF("PDF", "pdf");

    private final String title;
    private final String extension;

    ExportFormat(String title, String extension) {
        this.title = title;
        this.extension = extension;
    }

    public String title() {
        return title;
    }

    /** Of the file, without a dot. */
    public String extension() {
        return extension;
    }

    /**
     * Writes it all; the stream stays open.
     *
     * @param clock says when the document was made
     */
    public void write(PaneExport export, Clock clock, OutputStream out) throws IOException {
        if (this == PDF) {
            new PdfReport(clock).write(export.document(), out);
            return;
        }
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (this == CSV) {
            export.csv(text);
        } else {
            export.json(text);
        }
        text.flush();
    }
}
