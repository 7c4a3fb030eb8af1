package dev.watchkeeper.postgres.sessions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one sees of a session on a closer look.
 *
 * @param query in full, as far as the server kept it
 * @param locks wanted ones first; at most 1000
 * @param progress where a {@code pg_stat_progress_*} view knows it
 */
public record SessionDetail(String query, List<HeldLock> locks, List<Progress> progress) {
    public SessionDetail {
        locks = List.copyOf(locks);
        progress = List.copyOf(progress);
    }

    /**
     * A lock that it holds or wants.
     *
     * @param what by name: {@code public.orders}
     * @param mode as {@code pg_locks} says it
     * @param since when it began to wait; null if it holds it
     */
    public record HeldLock(
            String type,
            String what,
            String mode,
            boolean granted,
            @Nullable Instant since) {}

    /**
     * How far a command is.
     *
     * @param total 0 if it is not known
     * @param unit of both: blocks, rows or bytes
     */
    public record Progress(String command, String phase, long done, long total, String unit) {}
}
