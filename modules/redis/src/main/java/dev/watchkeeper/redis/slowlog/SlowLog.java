package dev.watchkeeper.redis.slowlog;

import dev.watchkeeper.kernel.workload.Interruption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The slow commands that were seen, those too that the server has thrown out since.
 *
 * @param entries the newest first
 * @param length how many the server holds now
 * @param most how many it holds at most ({@code slowlog-max-len}); -1 if the user may not ask
 * @param slowerThan what it takes for slow ({@code slowlog-log-slower-than}); empty if it keeps none, or the user may not
 *     ask
 * @param isOff whether it keeps none
 * @param fresh how many were added since the last look
 * @param missed how many came and went between two looks, so that nobody saw them
 * @param interruption since the last look: a restart, or SLOWLOG RESET
 */
public record SlowLog(
        List<SlowEntry> entries,
        long length,
        long most,
        Optional<Duration> slowerThan,
        boolean isOff,
        long fresh,
        long missed,
        Optional<Interruption> interruption) {
    public SlowLog {
        entries = List.copyOf(entries);
    }
}
