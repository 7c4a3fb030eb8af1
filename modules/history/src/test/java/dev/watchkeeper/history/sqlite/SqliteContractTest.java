package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.keeping.HistoryContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

/** A file keeps what every store promises. */
class SqliteContractTest extends HistoryContract {
    @TempDir
    private Path folder;

    @Override
    protected HistoryStore open() throws Exception {
        return SqliteHistory.open(folder.resolve("history.db"), Clock.systemUTC(), warning -> {
            throw new AssertionError(warning);
        });
    }
}
