package dev.watchkeeper.app.workbench;

import dev.watchkeeper.app.recording.RecorderName;
import dev.watchkeeper.app.recording.Scribe;
import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.queue.HistoryQueue;
import dev.watchkeeper.kernel.fault.Fault;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one who writes into the history of the process: begins when there is something to write. Thread-safe. */
final class Memory implements AutoCloseable {
    private final Supplier<HistoryStore> store;
    private final Supplier<Retention> retention;
    private final Clock clock;
    private final String user;
    private final Consumer<String> warnings;
    private @Nullable Scribe scribe;

    /**
     * @param user who records, for others that share the store
     * @param warnings hears why nothing can be written, in sentences
     */
    Memory(
            Supplier<HistoryStore> store,
            Supplier<Retention> retention,
            Clock clock,
            String user,
            Consumer<String> warnings) {
        this.store = store;
        this.retention = retention;
        this.clock = clock;
        this.user = user;
        this.warnings = warnings;
    }

    /** Opens the store if it is not open yet: not on the FX thread. */
    synchronized Scribe scribe() {
        Scribe known = scribe;
        if (known == null) {
            HistoryStore history = store.get();
            HistoryQueue queue = new HistoryQueue(
                    history,
                    retention.get(),
                    HistoryQueue.Rhythm.USUAL,
                    clock,
                    fault -> warnings.accept(fault.sentence()));
            known = new Scribe(history, queue.start(), RecorderName.own(user));
            scribe = known;
        }
        return known;
    }

    void happened(Batch batch) {
        scribe().happened(batch);
    }

    void sampled(Batch batch) {
        scribe().sampled(batch);
    }

    /** Waits until what was handed over can be read; nothing to wait for if nothing was. */
    void settle() {
        begun().ifPresent(Scribe::settle);
    }

    /** Why nothing can be written now; empty if all is well, or there was nothing to write. */
    Optional<Fault> trouble() {
        return begun().flatMap(Scribe::trouble);
    }

    private synchronized Optional<Scribe> begun() {
        return Optional.ofNullable(scribe);
    }

    @Override
    public void close() {
        begun().ifPresent(Scribe::close);
    }
}
