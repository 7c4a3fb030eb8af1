package dev.watchkeeper.app.results;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.console.Page;
import dev.watchkeeper.postgres.console.Row;
import dev.watchkeeper.postgres.console.RowCursor;
import java.io.IOException;
import java.util.function.LongConsumer;

/** Takes a result from the server to a writer, page by page. */
public final class ResultCopy {
    private static final int PAGE = 1000;

    private ResultCopy() {}

    /**
     * Copies what is left of the result. Cancelled by {@link dev.watchkeeper.postgres.console.SqlConsole#cancel}.
     *
     * @param progress hears how many rows were written, page by page, on this thread
     * @return rows written
     */
    public static long copy(RowCursor rows, ResultWriter writer, LongConsumer progress)
            throws FaultException, IOException {
        long written = 0;
        Page page;
        do {
            page = rows.next(PAGE);
            for (Row row : page.rows()) {
                writer.row(row);
            }
            written += page.rows().size();
            progress.accept(written);
        } while (!page.last());
        writer.end();
        return written;
    }
}
