package dev.watchkeeper.postgres.serverlog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry of the log tells.
 *
 * @param times how often it happened: 0 for a part of something that another entry tells of
 * @param millis how long it took or waited; 0 if the entry does not say
 * @param bytes size of a temporary file, else 0
 * @param statement that it is about; empty if none
 */
public record LogFinding(Kind kind, LogEntry entry, int times, double millis, long bytes, String statement) {
    /** What is looked for in a log. */
    public enum Kind {
        /** By {@code log_min_duration_statement} and its like. */
        SLOW,
        /** By auto_explain; of statements that may be told of as slow as well. */
        PLAN,
        ERROR,
        /** What the server itself complains of: warnings, and messages of level LOG that tell of trouble. */
        WARNING,
        DEADLOCK,
        LOCK_WAIT,
        TEMP_FILE,
        CHECKPOINT;

        /** {@code lock wait}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final String QUERY_TEXT = "Query Text: ";
    private static final Pattern DURATION = Pattern.compile(
            "duration: (?<ms>\\d+(?:\\.\\d+)?) ms(?:  (?<what>statement|execute|parse|bind|plan|fastpath)(?<name>[^:]*):\\s?(?<text>.*))?",
            Pattern.DOTALL);
    private static final Pattern WAIT = Pattern.compile(
            "process \\d+ (?<what>still waiting for|acquired|avoided deadlock for|detected deadlock while waiting for) .* after (?<ms>\\d+(?:\\.\\d+)?) ms",
            Pattern.DOTALL);
    private static final Pattern TEMP =
            Pattern.compile("temporary file: path .*, size (?<bytes>\\d{1,18})", Pattern.DOTALL);

    /**
     * Messages of level LOG that nobody asked for by a setting, and that somebody should know of. From the server's source:
     * pgarch.c, postmaster.c, checkpointer.c, slot.c, xlogrecovery.c, guc.c.
     */
    private static final Pattern TROUBLE = Pattern.compile(
            "archive command (failed|was terminated)|archiving write-ahead log file .* failed too many times"
                    + "|.* \\(PID \\d+\\) was terminated by"
                    // of a background worker the same is said whenever the server stops
                    + "|(?!background worker).* \\(PID \\d+\\) exited with exit code [^0]"
                    + "|all server processes terminated"
                    + "|checkpoints are occurring too frequently"
                    + "|(invalidating obsolete|terminating process \\d+ to release) replication slot"
                    + "|database system was (interrupted|not properly shut down)"
                    + "|configuration file .* contains errors|parameter .* cannot be changed"
                    + "|could not |out of |invalid (record|magic|resource manager)|requested WAL segment",
            Pattern.DOTALL);

    /** Empty for what is of no interest here. */
    static Optional<LogFinding> of(LogEntry entry) {
        if (entry.isError()) {
            boolean deadlock =
                    entry.sqlState().equals("40P01") || entry.message().equals("deadlock detected");
            Kind kind = deadlock ? Kind.DEADLOCK : Kind.ERROR;
            return Optional.of(new LogFinding(kind, entry, 1, 0, 0, entry.statement()));
        }
        if (entry.severity().equals("WARNING")) {
            return Optional.of(warning(entry));
        }
        if (!entry.severity().equals("LOG")) {
            return Optional.empty();
        }
        return slow(entry)
                .or(() -> wait(entry))
                .or(() -> temp(entry))
                .or(() -> checkpoint(entry))
                .or(() -> trouble(entry));
    }

    private static Optional<LogFinding> slow(LogEntry entry) {
        Matcher matcher = DURATION.matcher(entry.message());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String what = matcher.group("what");
        double millis = Double.parseDouble(matcher.group("ms"));
        String text = what == null ? entry.statement() : matcher.group("text");
        if ("plan".equals(what)) {
            return Optional.of(new LogFinding(Kind.PLAN, entry, 1, millis, 0, explained(text)));
        }
        // of a prepared statement each step is told, but it ran once
        int times = "parse".equals(what) || "bind".equals(what) ? 0 : 1;
        return Optional.of(new LogFinding(Kind.SLOW, entry, times, millis, 0, text));
    }

    /** The statement above a plan: up to its first node, which has costs, or its parameters. */
    private static String explained(String plan) {
        String[] lines = plan.strip().split("\n", -1);
        if (!lines[0].startsWith(QUERY_TEXT)) {
            return "";
        }
        StringBuilder text = new StringBuilder(lines[0].substring(QUERY_TEXT.length()));
        for (int i = 1; i < lines.length && !lines[i].contains("  (cost=") && !lines[i].startsWith("Query "); i++) {
            text.append('\n').append(lines[i]);
        }
        return text.toString();
    }

    private static Optional<LogFinding> wait(LogEntry entry) {
        Matcher matcher = WAIT.matcher(entry.message());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int times = matcher.group("what").equals("still waiting for") ? 1 : 0;
        double millis = Double.parseDouble(matcher.group("ms"));
        return Optional.of(new LogFinding(Kind.LOCK_WAIT, entry, times, millis, 0, entry.statement()));
    }

    private static Optional<LogFinding> temp(LogEntry entry) {
        Matcher matcher = TEMP.matcher(entry.message());
        return matcher.matches()
                ? Optional.of(new LogFinding(
                        Kind.TEMP_FILE, entry, 1, 0, Long.parseLong(matcher.group("bytes")), entry.statement()))
                : Optional.empty();
    }

    private static Optional<LogFinding> trouble(LogEntry entry) {
        return TROUBLE.matcher(entry.message()).lookingAt() ? Optional.of(warning(entry)) : Optional.empty();
    }

    private static LogFinding warning(LogEntry entry) {
        return new LogFinding(Kind.WARNING, entry, 1, 0, 0, entry.statement());
    }

    private static Optional<LogFinding> checkpoint(LogEntry entry) {
        boolean ended = entry.message().startsWith("checkpoint complete")
                || entry.message().startsWith("restartpoint complete");
        return ended ? Optional.of(new LogFinding(Kind.CHECKPOINT, entry, 1, 0, 0, "")) : Optional.empty();
    }
}
