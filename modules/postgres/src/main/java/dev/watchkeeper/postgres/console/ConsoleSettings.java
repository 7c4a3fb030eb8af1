package dev.watchkeeper.postgres.console;

import java.time.Duration;

/**
 * How a console runs statements. Immutable; each method gives another.
 *
 * @param readOnly whether the server is to refuse changes; always so on a read-only target
 * @param statementTimeout the server ends what takes longer; zero: as the role and the database have it
 */
public record ConsoleSettings(TransactionMode mode, boolean readOnly, Duration statementTimeout) {
    /** Each statement by itself, changes allowed, limits as the server has them: as psql begins. */
    public static final ConsoleSettings USUAL = new ConsoleSettings(TransactionMode.AUTO, false, Duration.ZERO);

    public ConsoleSettings mode(TransactionMode other) {
        return new ConsoleSettings(other, readOnly, statementTimeout);
    }

    public ConsoleSettings readOnly(boolean other) {
        return new ConsoleSettings(mode, other, statementTimeout);
    }

    public ConsoleSettings statementTimeout(Duration other) {
        return new ConsoleSettings(mode, readOnly, other);
    }
}
