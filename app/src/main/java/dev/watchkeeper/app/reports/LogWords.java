package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.serverlog.LogFinding.Kind;
import dev.watchkeeper.postgres.serverlog.LogGroup;
import dev.watchkeeper.postgres.serverlog.LogSettings;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** How findings of a log are written for people. */
public final class LogWords {
    private LogWords() {}

    /** What stands above a table of one kind. */
    public static String title(Kind kind) {
        return switch (kind) {
            case SLOW -> "Slow statements";
            case PLAN -> "Plans that were logged";
            case ERROR -> "Errors";
            case WARNING -> "Warnings";
            case DEADLOCK -> "Deadlocks";
            case LOCK_WAIT -> "Lock waits";
            case TEMP_FILE -> "Temporary files";
            case CHECKPOINT -> "Checkpoints";
        };
    }

    /** Time of all, or the size; empty if there is none. */
    public static String total(LogGroup group) {
        if (group.bytes() > 0) {
            return Sizes.bytes(group.bytes());
        }
        return group.totalMillis() > 0 ? StatementWords.millis(group.totalMillis()) : "";
    }

    /** The longest; empty if it is not known. */
    public static String max(LogGroup group) {
        return group.maxMillis() > 0 ? StatementWords.millis(group.maxMillis()) : "";
    }

    /** What it is about: the statement as it was last seen, or the message. */
    public static String about(LogGroup group) {
        String statement = group.example().statement();
        String message = group.example().entry().message();
        return switch (group.kind()) {
            case SLOW, PLAN, LOCK_WAIT -> statement.isBlank() ? message : statement;
            case TEMP_FILE -> statement.isBlank() ? "(the statement was not logged along)" : statement;
            case ERROR, WARNING, DEADLOCK -> message + (statement.isBlank() ? "" : " · " + statement);
            case CHECKPOINT -> message;
        };
    }

    /** What decides about what is logged, by its name: {@code log_min_duration_statement}, {@code 500 ms}. */
    public static SequencedMap<String, String> settings(LogSettings settings) {
        SequencedMap<String, String> words = new LinkedHashMap<>();
        words.put("log_min_duration_statement", from(settings.minDuration(), settings.minDuration() + " ms"));
        words.put("log_lock_waits", settings.lockWaits() ? "on" : "off");
        words.put("log_temp_files", from(settings.tempFiles(), Sizes.bytes(settings.tempFiles() * 1024)));
        words.put("log_checkpoints", settings.checkpoints() ? "on" : "off");
        return words;
    }

    private static String from(long least, String words) {
        if (least < 0) {
            return "off";
        }
        return least == 0 ? "0 (all)" : words;
    }
}
