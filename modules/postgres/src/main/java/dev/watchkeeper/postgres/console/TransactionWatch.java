package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.sql.Effect;
import dev.watchkeeper.postgres.console.TransactionState.Phase;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Follows a console's transaction from statement to statement. Read by any thread, written by the one that runs them. */
final class TransactionWatch {
    private final Clock clock;
    private volatile TransactionState now = TransactionState.IDLE;

    TransactionWatch(Clock clock) {
        this.clock = clock;
    }

    TransactionState now() {
        return now;
    }

    void reading() {
        now = new TransactionState(Phase.READING, Optional.of(clock.instant()), 0);
    }

    void none() {
        now = TransactionState.IDLE;
    }

    /** After a statement, whether it failed or not. */
    void follow(org.postgresql.core.TransactionState server, Deed deed, boolean changes) {
        TransactionState before = now;
        boolean goesOn = before.isOpen() && !(deed.effect() == Effect.TRANSACTION && isEnd(deed));
        Instant since = goesOn ? before.since().orElseGet(clock::instant) : clock.instant();
        int changed = (goesOn ? before.changes() : 0) + (changes ? 1 : 0);
        now = switch (server) {
            case IDLE -> TransactionState.IDLE;
            case OPEN -> new TransactionState(Phase.OPEN, Optional.of(since), changed);
            case FAILED -> new TransactionState(Phase.FAILED, Optional.of(since), changed);
        };
    }

    /** COMMIT AND CHAIN begins the next one at once. */
    private static boolean isEnd(Deed deed) {
        return deed.verb().equals("COMMIT") || deed.verb().equals("END");
    }
}
