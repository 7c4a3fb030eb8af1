package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.reports.LogWords;
import dev.watchkeeper.postgres.serverlog.LogEntry;
import dev.watchkeeper.postgres.serverlog.LogFinding;
import dev.watchkeeper.postgres.serverlog.LogGroup;
import java.util.Locale;

/**
 * One line of the table. Made off the FX thread: the texts may be long, and there may be thousands.
 *
 * @param text what it is about, in one line
 * @param searched what the filter looks into, in lower case
 */
record LogLine(Key key, LogGroup group, String text, String searched) {
    private static final int LONGEST = 500;

    private static final int SEARCHED = 4000;

    /** What tells groups apart for good. */
    record Key(LogFinding.Kind kind, String database, String user, String sqlState, String shape) {}

    static LogLine of(LogGroup group) {
        LogEntry entry = group.example().entry();
        Key key = new Key(group.kind(), group.database(), group.user(), entry.sqlState(), group.shape());
        String searched = String.join(
                        " ",
                        begin(LogWords.about(group), SEARCHED),
                        group.database(),
                        group.user(),
                        entry.application(),
                        entry.sqlState(),
                        group.kind().words())
                .toLowerCase(Locale.ROOT);
        return new LogLine(key, group, begin(about(group), LONGEST).replaceAll("\\s+", " "), searched);
    }

    /** Of a statement its shape, which stands for all of the group; of anything else the newest of it. */
    private static String about(LogGroup group) {
        return switch (group.kind()) {
            case SLOW, PLAN, LOCK_WAIT, TEMP_FILE -> group.shape().isBlank() ? LogWords.about(group) : group.shape();
            case ERROR, WARNING, DEADLOCK, CHECKPOINT -> LogWords.about(group);
        };
    }

    private static String begin(String text, int most) {
        String whole = text.strip();
        return whole.length() <= most ? whole : whole.substring(0, most) + "…";
    }
}
