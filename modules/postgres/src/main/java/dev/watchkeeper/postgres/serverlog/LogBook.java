package dev.watchkeeper.postgres.serverlog;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The findings so far, as many as there is room for: the oldest go. For one thread. */
final class LogBook {
    private static final int MOST = 20_000;
    private static final long MOST_CHARACTERS = 32L << 20;

    private final Deque<LogFinding> findings = new ArrayDeque<>();
    private long characters;
    private boolean full;

    void add(List<LogEntry> entries) {
        for (LogEntry entry : entries) {
            LogFinding.of(entry).ifPresent(this::add);
        }
    }

    /** Whether older findings had to go. */
    boolean wasFull() {
        return full;
    }

    /** Those from a moment on, in the order of the log; those without a moment always. */
    List<LogFinding> since(Instant from) {
        return findings.stream()
                .filter(finding -> {
                    Instant at = finding.entry().at();
                    return at == null || !at.isBefore(from);
                })
                .toList();
    }

    /** These findings by what they have in common: what took most time first, then what happened most often. */
    static List<LogGroup> groups(List<LogFinding> findings) {
        Map<LogGroup.Key, LogGroup> groups = new LinkedHashMap<>();
        for (LogFinding finding : findings) {
            LogGroup.Key key = LogGroup.Key.of(finding);
            LogGroup known = groups.get(key);
            groups.put(key, known == null ? LogGroup.of(key, finding) : known.with(finding));
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(LogGroup::kind)
                        .thenComparing(Comparator.comparingDouble(LogGroup::totalMillis)
                                .reversed())
                        .thenComparing(Comparator.comparingInt(LogGroup::count).reversed()))
                .toList();
    }

    private void add(LogFinding finding) {
        findings.addLast(finding);
        characters += size(finding);
        while (findings.size() > MOST || (characters > MOST_CHARACTERS && findings.size() > 1)) {
            characters -= size(findings.removeFirst());
            full = true;
        }
    }

    private static long size(LogFinding finding) {
        LogEntry entry = finding.entry();
        return (long) entry.message().length()
                + entry.detail().length()
                + entry.context().length()
                + entry.statement().length()
                + finding.statement().length();
    }
}
