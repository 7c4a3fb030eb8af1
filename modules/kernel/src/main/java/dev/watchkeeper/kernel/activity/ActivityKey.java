package dev.watchkeeper.kernel.activity;

/**
 * What sessions of a sample have in common.
 *
 * @param state {@code active}, {@code idle in transaction} …; idle sessions are counted without their statement
 * @param waitType {@code Lock}, {@code IO} …; empty on CPU
 * @param waitEvent {@code transactionid} …; empty on CPU
 * @param queryId of what it runs, 0 if the server doesn't compute it
 */
public record ActivityKey(String state, String waitType, String waitEvent, String database, String role, long queryId) {
    /** Whether the session is at work or waits for something while it is in a statement. */
    public boolean isActive() {
        return state.equals("active") || state.equals("fastpath function call");
    }
}
