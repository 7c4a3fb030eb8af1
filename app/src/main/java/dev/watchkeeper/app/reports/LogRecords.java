package dev.watchkeeper.app.reports;

import dev.watchkeeper.postgres.serverlog.LogEntry;
import dev.watchkeeper.postgres.serverlog.LogFinding;
import dev.watchkeeper.postgres.serverlog.LogGroup;
import dev.watchkeeper.postgres.serverlog.ServerLog;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What a log tells as data: a row for each statement and each message, with how often and how long. */
public final class LogRecords {
    private static final List<String> KEYS = List.of(
            "kind",
            "count",
            "total_ms",
            "max_ms",
            "bytes",
            "first_at",
            "last_at",
            "severity",
            "sqlstate",
            "database",
            "role",
            "normalized",
            "message",
            "detail",
            "query");

    private LogRecords() {}

    /** @param top how many at most, of each kind */
    public static Records of(ServerLog log, int top) {
        Map<LogFinding.Kind, Integer> told = new EnumMap<>(LogFinding.Kind.class);
        return new Records(
                KEYS,
                log.groups().stream()
                        .filter(group -> told.merge(group.kind(), 1, Integer::sum) <= top)
                        .map(LogRecords::row)
                        .toList());
    }

    private static SequencedMap<String, @Nullable Object> row(LogGroup group) {
        LogEntry entry = group.example().entry();
        return new Records.Row()
                .with("kind", group.kind().words())
                .with("count", group.count())
                .with("total_ms", millis(group.totalMillis()))
                .with("max_ms", millis(group.maxMillis()))
                .with("bytes", group.bytes())
                .with("first_at", group.first())
                .with("last_at", group.last())
                .with("severity", entry.severity())
                .with("sqlstate", entry.sqlState().isEmpty() ? null : entry.sqlState())
                .with("database", group.database())
                .with("role", group.user())
                .with("normalized", group.shape())
                .with("message", entry.message())
                .with("detail", entry.detail())
                .with("query", group.example().statement())
                .values();
    }

    private static double millis(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
