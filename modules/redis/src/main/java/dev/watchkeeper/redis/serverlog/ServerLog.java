package dev.watchkeeper.redis.serverlog;

import dev.watchkeeper.kernel.log.LogPlace;
import java.time.Instant;
import java.util.List;

/**
 * What a Redis wrote into its log in a stretch of time.
 *
 * @param place where it was read
 * @param from beginning of the stretch
 * @param whole false if the log goes back further than what was read of it, or more was written than is kept
 * @param entries in the order of the log
 * @param groups the same by what they say, the gravest first
 */
public record ServerLog(LogPlace place, Instant from, boolean whole, List<LogEntry> entries, List<LogGroup> groups) {
    public ServerLog {
        entries = List.copyOf(entries);
        groups = List.copyOf(groups);
    }

    /** How many of one level. */
    public long count(Level level) {
        return entries.stream().filter(entry -> entry.level() == level).count();
    }
}
