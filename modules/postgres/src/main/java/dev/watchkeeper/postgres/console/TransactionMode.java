package dev.watchkeeper.postgres.console;

/** Who ends a transaction. */
public enum TransactionMode {
    /** Each statement is committed at once, unless somebody typed BEGIN. */
    AUTO,
    /** The first statement opens a transaction, which stays open until COMMIT or ROLLBACK. */
    MANUAL
}
