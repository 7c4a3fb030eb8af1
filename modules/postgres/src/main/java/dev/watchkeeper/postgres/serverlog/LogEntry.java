package dev.watchkeeper.postgres.serverlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of the server, with all that belongs to it. Texts are empty where there is nothing, or the format does not
 * say it.
 *
 * @param at null if the log's lines have no time
 * @param severity {@code LOG}, {@code ERROR} …
 * @param pid 0 if not known
 * @param sqlState five characters
 * @param statement that the session ran, if the server logged it along
 */
public record LogEntry(
        @Nullable Instant at,
        String severity,
        int pid,
        String user,
        String database,
        String application,
        String sqlState,
        String message,
        String detail,
        String hint,
        String context,
        String statement) {
    /** Whether somebody's statement or session failed. */
    public boolean isError() {
        return severity.equals("ERROR") || severity.equals("FATAL") || severity.equals("PANIC");
    }
}
