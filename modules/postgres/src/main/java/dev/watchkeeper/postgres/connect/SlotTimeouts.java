package dev.watchkeeper.postgres.connect;

import java.time.Duration;

/**
 * How long one piece of work may take.
 *
 * @param connect for opening a connection, each host
 * @param statement {@code statement_timeout}; the server ends what takes longer; zero: no limit
 * @param mayRepeat whether it does no harm to run it twice
 */
record SlotTimeouts(Duration connect, Duration statement, boolean mayRepeat) {
    /** The socket gives up a little after the server should have: then the network is gone. */
    Duration socket() {
        return statement.isZero() ? Duration.ZERO : statement.plusSeconds(1);
    }
}
