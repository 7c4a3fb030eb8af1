package dev.watchkeeper.app.workbench;

import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.sqlite.SqliteHistory;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one history of the process: opened when it is first asked for. Thread-safe. */
final class History implements AutoCloseable {
    private final HistoryPlaces places;
    private final Clock clock;
    private final Consumer<String> warnings;
    private @Nullable HistoryStore store;
    private @Nullable Fault fault;

    /** @param warnings hears if there is trouble with it, in sentences */
    History(HistoryPlaces places, Clock clock, Consumer<String> warnings) {
        this.places = places;
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

    /**
     * The same for who wants it or nothing: no other one takes its place.
     *
     * @throws FaultException why it can't be opened
     */
    synchronized HistoryStore require() throws FaultException {
        Fault known = fault;
        if (known != null) {
            throw new FaultException(known);
        }
        HistoryStore opened = store;
        if (opened == null) {
            opened = places.open();
            store = opened;
        }
        return opened;
    }

    /** Why what is recorded will be forgotten; empty while all is well. */
    synchronized Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    private void told(Fault trouble) {
        warnings.accept(trouble.sentence());
    }

    private HistoryStore opened() {
        try {
            return places.open();
        } catch (FaultException e) {
            fault = e.fault();
            told(e.fault());
            return SqliteHistory.inMemory(clock);
        }
    }

    /** How much is kept; as usual if the settings can't be read. */
    Retention retention() {
        try {
            return places.retention();
        } catch (FaultException e) {
            told(e.fault());
            return Retention.DEFAULT;
        }
    }

    @Override
    public synchronized void close() {
        if (store != null) {
            store.close();
        }
    }
}
