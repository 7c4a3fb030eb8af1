package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.keeping.HistoryContract;
import java.time.Clock;

/** So does the one that takes its place in memory. */
class MemoryContractTest extends HistoryContract {
    @Override
    protected HistoryStore open() {
        return SqliteHistory.inMemory(Clock.systemUTC());
    }
}
