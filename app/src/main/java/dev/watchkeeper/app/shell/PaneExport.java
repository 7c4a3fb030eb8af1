package dev.watchkeeper.app.shell;

import java.io.IOException;

/** What a pane shows at one moment, to be taken away. Immutable: it is written on another thread. */
public interface PaneExport {
    /** The beginning of the file's name: {@code sessions-billing}. */
    String fileStem();

    /** Comma separated values, as {@code watchkeeper show --format csv} writes them. */
    void csv(Appendable out) throws IOException;

    /** One object a line, as {@code watchkeeper show --format json} writes them. */
    void json(Appendable out) throws IOException;
}
