package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.log.LogPlace;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.serverlog.LogFinding.Kind;
import dev.watchkeeper.postgres.serverlog.LogGroup;
import dev.watchkeeper.postgres.serverlog.ServerLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the server's log tells, in one sentence. */
public final class LogSentences {
    private LogSentences() {}

    /** {@code 42 slow statements, the longest 12.0 s; 3 errors; 2 lock waits, the longest 41 s}. */
    public static String of(ServerLog log) {
        List<String> parts = new ArrayList<>();
        add(parts, log, Kind.SLOW, "slow statement", "slow statements");
        add(parts, log, Kind.PLAN, "logged plan", "logged plans");
        add(parts, log, Kind.ERROR, "error", "errors");
        add(parts, log, Kind.WARNING, "warning", "warnings");
        add(parts, log, Kind.DEADLOCK, "deadlock", "deadlocks");
        add(parts, log, Kind.LOCK_WAIT, "lock wait", "lock waits");
        int files = log.count(Kind.TEMP_FILE);
        if (files > 0) {
            long bytes = log.groups().stream().mapToLong(LogGroup::bytes).sum();
            parts.add(Sizes.of(files, "temporary file", "temporary files") + " with " + Sizes.bytes(bytes));
        }
        add(parts, log, Kind.CHECKPOINT, "checkpoint", "checkpoints");
        String told = parts.isEmpty() ? "the log tells of nothing" : String.join("; ", parts);
        return told + missing(log) + (log.whole() ? "" : "; older lines were not read");
    }

    /** Where it was read, and why not where one looked first. */
    public static String place(ServerLog log) {
        return place(log.place(), log.notThere());
    }

    /** {@code log/pg.log through the server, because pg-1 can't be reached}. */
    public static String place(LogPlace place, Optional<Fault> notThere) {
        return place.words() + notThere.map(why -> ", because " + why.message()).orElse("");
    }

    private static void add(List<String> parts, ServerLog log, Kind kind, String one, String many) {
        int count = log.count(kind);
        if (count > 0) {
            double longest = log.longest(kind);
            parts.add(Sizes.of(count, one, many)
                    + (longest > 0 ? ", the longest " + StatementWords.millis(longest) : ""));
        }
    }

    /** What is not logged can't be told. */
    private static String missing(ServerLog log) {
        List<String> off = new ArrayList<>();
        if (log.settings().minDuration() < 0 && log.count(Kind.SLOW) == 0) {
            off.add("slow statements (log_min_duration_statement)");
        }
        if (!log.settings().lockWaits()) {
            off.add("lock waits (log_lock_waits)");
        }
        if (log.settings().tempFiles() < 0) {
            off.add("temporary files (log_temp_files)");
        }
        return off.isEmpty() ? "" : "; not logged: " + String.join(", ", off);
    }
}
