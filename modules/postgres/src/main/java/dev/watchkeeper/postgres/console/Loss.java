package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.text.Sizes;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * What is known when a connection breaks in the middle of a statement.
 *
 * @param before how the transaction stood when the statement was sent
 * @param committing whether a COMMIT was under way
 * @param opened whether the console had opened a transaction around the statement
 */
record Loss(HostPort host, TransactionState before, Deed deed, boolean changes, boolean committing, boolean opened) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** As a sentence without a full stop. */
    String words() {
        String lost = "the connection to " + host + " was lost";
        if (committing) {
            return lost + " during COMMIT: it is not known whether " + transaction()
                    + " is committed; look before you run" + " it again";
        }
        if (before.isOpen()) {
            return lost + " with a transaction open: " + transaction() + " is not committed, the server rolls it back";
        }
        if (!changes) {
            return lost + "; the statement only read";
        }
        return opened
                ? lost + " before COMMIT: nothing that the statement did is committed"
                : lost + " while " + deed.verb()
                        + " was running: it is not known whether it was committed; look before you" + " run it again";
    }

    private String transaction() {
        if (!before.isOpen()) {
            return "the statement";
        }
        String since = before.since()
                .map(at -> " since " + TIME.withZone(ZoneId.systemDefault()).format(at))
                .orElse("");
        return "what was done in it" + since + " ("
                + Sizes.of(
                        before.changes(),
                        "statement that may have changed data",
                        "statements that may have changed data")
                + ")";
    }
}
