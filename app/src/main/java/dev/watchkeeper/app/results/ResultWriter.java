package dev.watchkeeper.app.results;

import dev.watchkeeper.postgres.console.Row;
import java.io.IOException;

/** Writes a result row by row, and keeps none of it. The head is written when it is made. */
public interface ResultWriter {
    void row(Row row) throws IOException;

    /** What stands behind the last row. */
    void end() throws IOException;
}
