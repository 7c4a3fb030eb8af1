package dev.watchkeeper.kernel.poll;

import dev.watchkeeper.kernel.fault.Fault;
import java.time.Instant;
import java.util.Optional;

/** What came of asking once. */
public sealed interface Poll<S> {
    /** The newest snapshot there is, stale or not. */
    Optional<Snapshot<S>> latest();

    /** The answer is here. */
    record Fresh<S>(Snapshot<S> snapshot) implements Poll<S> {
        @Override
        public Optional<Snapshot<S>> latest() {
            return Optional.of(snapshot);
        }
    }

    /** This server can't say, and won't be asked again until somebody wants it. */
    record Unavailable<S>(Fault fault) implements Poll<S> {
        @Override
        public Optional<Snapshot<S>> latest() {
            return Optional.empty();
        }
    }

    /**
     * It went wrong.
     *
     * @param since when the first failure of this row of failures was, by the workstation's clock
     * @param latest the last good snapshot, now stale; empty if there never was one
     * @param asksAgain whether the poller goes on asking by itself; false after a DENIED
     */
    record Failed<S>(Fault fault, Instant since, Optional<Snapshot<S>> latest, boolean asksAgain) implements Poll<S> {}
}
