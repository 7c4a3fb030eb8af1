package dev.watchkeeper.app.shell;

import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.Writer;

/** What a pane shows at one moment, to be taken away. Immutable: it is written on another thread. */
public interface PaneExport {
    /** The beginning of the file's name: {@code sessions-billing}. */
    String fileStem();

    /** Comma separated values, as {@code watchkeeper show --format csv} writes them. */
    void csv(Writer out) throws IOException;

    /** One object a line, as {@code watchkeeper show --format json} writes them. */
    void json(Writer out) throws IOException;

    /** For the PDF. */
    Document document();
}
