package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.sql.Effect;
import dev.watchkeeper.postgres.console.Request.Reading;

/**
 * How one statement is to be run.
 *
 * @param opens whether a transaction is opened for it
 * @param ends whether that transaction ends with it, rather than staying open for a person to end
 * @param readOnly whether the transaction that is opened may only read
 * @param streams whether its rows come bit by bit, which needs a transaction
 * @param drains whether it is run to its end at once, however many rows somebody looks at
 */
record Conduct(boolean opens, boolean ends, boolean readOnly, boolean streams, boolean drains) {
    static Conduct of(Deed deed, boolean changes, boolean inTransaction, ConsoleSettings settings, Reading reading) {
        boolean free = deed.effect() == Effect.TRANSACTION || deed.alone();
        boolean manual = settings.mode() == TransactionMode.MANUAL;
        // a procedure may commit by itself, which it may not within a transaction
        boolean streams = deed.givesRows() && !deed.verb().equals("CALL") && !free;
        boolean own = !inTransaction && !manual && !free && (streams || settings.readOnly());
        boolean opens = own || (!inTransaction && manual && !free && deed.effect() != Effect.SESSION);
        return new Conduct(
                opens,
                own,
                settings.readOnly(),
                streams && (inTransaction || opens),
                changes && reading == Reading.PAGES);
    }
}
