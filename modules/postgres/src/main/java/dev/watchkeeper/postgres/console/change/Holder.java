package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.locks.LockMode;
import java.time.Duration;

/**
 * Somebody who holds a lock that has to be waited for.
 *
 * @param pid 0 for a prepared transaction
 * @param state {@code active}, {@code idle in transaction} …
 * @param query what it runs or ran last, its beginning
 */
public record Holder(
        int pid, LockMode mode, String role, String application, String state, Duration inTransaction, String query) {
    /** {@code pid 4711 (app_rw, idle in transaction for 12 min)}. */
    public String words() {
        if (pid == 0) {
            return "a prepared transaction";
        }
        String who = role.isEmpty() ? "" : role + ", ";
        return "pid " + pid + " (" + who + state + ", in transaction for " + Spans.words(inTransaction) + ")";
    }
}
