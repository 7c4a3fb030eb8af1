package dev.watchkeeper.postgres.console;

import java.time.Instant;
import java.util.Optional;

/**
 * How a console's transaction stands.
 *
 * @param since when it was opened, by the workstation's clock; empty while none is open
 * @param changes how many statements in it may have changed something
 */
public record TransactionState(Phase phase, Optional<Instant> since, int changes) {
    /** Whether there is one, and of what use it is. */
    public enum Phase {
        /** None is open. */
        IDLE,
        /** None that somebody opened, but a result has more rows, and as long as it is kept one stays open. */
        READING,
        /** It waits for COMMIT or ROLLBACK, and keeps its locks. */
        OPEN,
        /** A statement in it failed: only ROLLBACK is left. */
        FAILED
    }

    public static final TransactionState IDLE = new TransactionState(Phase.IDLE, Optional.empty(), 0);

    /** Whether it waits for somebody to end it. */
    public boolean isOpen() {
        return phase == Phase.OPEN || phase == Phase.FAILED;
    }
}
