package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.log.LogPlace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the server's log tells of a stretch of time.
 *
 * @param place where it was read
 * @param notThere why it was not read where one looked first; empty if it was
 * @param from beginning of the stretch
 * @param whole false if the log goes back further than what was read of it, or more was found than is kept
 * @param findings in the order of the log
 * @param groups the same by statement and message
 */
public record ServerLog(
        LogPlace place,
        Optional<Fault> notThere,
        Instant from,
        boolean whole,
        List<LogFinding> findings,
        List<LogGroup> groups,
        LogSettings settings) {
    public ServerLog {
        findings = List.copyOf(findings);
        groups = List.copyOf(groups);
    }

    /** How it is written. */
    public LogFormat format() {
        return LogFormat.of(place.format());
    }

    /** How many of one kind. */
    public int count(LogFinding.Kind kind) {
        return groups.stream()
                .filter(group -> group.kind() == kind)
                .mapToInt(LogGroup::count)
                .sum();
    }

    /** The longest of one kind, in ms. */
    public double longest(LogFinding.Kind kind) {
        return groups.stream()
                .filter(group -> group.kind() == kind)
                .mapToDouble(LogGroup::maxMillis)
                .max()
                .orElse(0);
    }
}
