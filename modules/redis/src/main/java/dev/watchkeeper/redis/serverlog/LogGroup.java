package dev.watchkeeper.redis.serverlog;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Messages that say the same of different numbers, addresses and identities.
 *
 * @param shape what they have in common, the rest as {@code ?}
 * @param newest the last of them
 */
public record LogGroup(Level level, String shape, long count, Instant first, Instant last, LogEntry newest) {
    private static final Pattern CHANGES = Pattern.compile("\\b[0-9a-f]{40}\\b|\\d+(?:\\.\\d+)*");

    private record Key(Level level, String shape) {}

    /** These by what they have in common: the gravest first, of these what was said last. */
    static List<LogGroup> of(List<LogEntry> entries) {
        Map<Key, LogGroup> groups = new LinkedHashMap<>();
        for (LogEntry entry : entries) {
            String shape = shape(entry.message());
            groups.merge(
                    new Key(entry.level(), shape),
                    new LogGroup(entry.level(), shape, 1, entry.at(), entry.at(), entry),
                    LogGroup::plus);
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(LogGroup::level)
                        .thenComparing(Comparator.comparing(LogGroup::last).reversed()))
                .toList();
    }

    private static String shape(String message) {
        String line = message.lines().findFirst().orElse("");
        return CHANGES.matcher(line).replaceAll("?");
    }

    private LogGroup plus(LogGroup newer) {
        return new LogGroup(level, shape, count + newer.count, first, newer.last, newer.newest);
    }
}
