package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Lease;
import dev.watchkeeper.history.queue.HistoryQueue;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands what was seen to the history, unless another console on the same store records that server already: then all
 * would be counted twice. Thread-safe.
 */
public final class Scribe implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Scribe.class.getName());
    private static final Duration SAID_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final Duration STALE = Duration.ofSeconds(45);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Claim(long at, Optional<Lease> lease) {}

    private final HistoryStore store;
    private final HistoryQueue queue;
    private final RecorderName self;
    private final Map<String, Claim> claims = new ConcurrentHashMap<>();

    /**
     * @param queue that writes into the store; closed with this
     * @param self what this console is called among those that share the store
     */
    public Scribe(HistoryStore store, HistoryQueue queue, RecorderName self) {
        this.store = store;
        this.queue = queue;
        this.self = self;
    }

    /** Keeps samples of a server, if they are ours to keep. Asks the store now and then: not on the FX thread. */
    public void sampled(Batch batch) {
        if (otherRecorder(batch.target()).isEmpty()) {
            queue.add(batch);
        }
    }

    /** Keeps what happened once, and is known here only; never waits. */
    public void happened(Batch batch) {
        queue.add(batch);
    }

    /** Who else records this server; empty if we do. Asks the store now and then. */
    public Optional<Lease> otherRecorder(String target) {
        Claim known = claims.get(target);
        if (known == null || System.nanoTime() - known.at() > SAID_AGAIN_AFTER.toNanos()) {
            known = new Claim(System.nanoTime(), claimed(target));
            claims.put(target, known);
        }
        return known.lease();
    }

    /** A store that fails is the queue's trouble. */
    private Optional<Lease> claimed(String target) {
        try {
            Lease lease = store.claim(target, self.words(), STALE);
            if (self.knowsGone(lease.holder())) {
                store.release(lease.holder());
                lease = store.claim(target, self.words(), STALE);
            }
            return lease.isHeldBy(self.words()) ? Optional.empty() : Optional.of(lease);
        } catch (FaultException e) {
            return Optional.empty();
        }
    }

    /** Why nothing can be written now; empty if all is well. */
    public Optional<Fault> trouble() {
        return queue.fault();
    }

    /** Waits until what was handed over is written, so that it can be read; not for long. */
    public void settle() {
        try {
            boolean written = queue.flush(PATIENCE);
            LOG.log(Level.DEBUG, written ? "settled" : "what is not written yet is seen the next time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what is left, and lets others record. */
    @Override
    public void close() {
        queue.close();
        try {
            store.release(self.words());
        } catch (FaultException e) {
            // others may take over when the claim is stale
            claims.clear();
        }
    }
}
