package dev.watchkeeper.app.workbench;

import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.sqlite.SqliteHistory;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one history of the process: opened when it is first asked for. Thread-safe. */
final class History implements AutoCloseable {
    private final Path file;
    private final Clock clock;
    private final Consumer<String> warnings;
    private @Nullable HistoryStore store;
    private @Nullable Fault fault;

    /** @param warnings hears if there is trouble with it, in sentences */
    History(Path file, Clock clock, Consumer<String> warnings) {
        this.file = file;
        this.clock = clock;
        this.warnings = warnings;
    }

    /** Where it can't be opened one in memory takes its place, so that everything else works. */
    synchronized HistoryStore store() {
        HistoryStore known = store;
        if (known == null) {
            known = opened();
            store = known;
        }
        return known;
    }

    /** Why what is recorded will be forgotten; empty while all is well. */
    synchronized Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    private HistoryStore opened() {
        try {
            return SqliteHistory.open(file, clock, warnings);
        } catch (FaultException e) {
            fault = e.fault();
            warnings.accept(e.fault().sentence());
            return SqliteHistory.inMemory(clock);
        }
    }

    @Override
    public synchronized void close() {
        if (store != null) {
            store.close();
        }
    }
}
