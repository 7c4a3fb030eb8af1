package dev.watchkeeper.history;

/** What average active sessions are told apart by. */
public enum ActivityBy {
    /** {@code Lock: transactionid}, {@code CPU}. */
    WAIT_EVENT,
    /** {@code Lock}, {@code CPU}. */
    WAIT_TYPE,
    DATABASE,
    ROLE,
    /** The query id, in decimal. */
    STATEMENT
}
