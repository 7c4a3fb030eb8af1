package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.sql.WithoutConstants;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Findings of one kind about one statement, or of one message.
 *
 * @param shape the statement without its constants; of an error its message without numbers and names in quotes
 * @param count how often
 * @param totalMillis of all together
 * @param bytes of temporary files
 * @param first null if the log has no times
 * @param example the newest of them
 */
public record LogGroup(
        LogFinding.Kind kind,
        String database,
        String user,
        String shape,
        int count,
        double totalMillis,
        double maxMillis,
        long bytes,
        @Nullable Instant first,
        @Nullable Instant last,
        LogFinding example) {
    /** Characters of a text that tell it from others. */
    private static final int TELLING = 10_000;

    /** What findings have in common that belong together. */
    record Key(LogFinding.Kind kind, String database, String user, String sqlState, String shape) {
        static Key of(LogFinding finding) {
            LogEntry entry = finding.entry();
            return new Key(finding.kind(), entry.database(), entry.user(), entry.sqlState(), shape(finding));
        }

        private static String shape(LogFinding finding) {
            return switch (finding.kind()) {
                case CHECKPOINT -> "";
                case ERROR, WARNING ->
                    finding.entry()
                            .message()
                            .lines()
                            .findFirst()
                            .orElse("")
                            .replaceAll(" at character \\d+$", "")
                            .replaceAll("\"[^\"]*\"", "\"?\"")
                            .replaceAll("\\d+", "?");
                default -> WithoutConstants.of(finding.statement(), TELLING);
            };
        }
    }

    static LogGroup of(Key key, LogFinding finding) {
        Instant at = finding.entry().at();
        return new LogGroup(
                finding.kind(),
                key.database(),
                key.user(),
                key.shape(),
                finding.times(),
                finding.millis(),
                finding.millis(),
                finding.bytes(),
                at,
                at,
                finding);
    }

    /** With one more, which is newer. */
    LogGroup with(LogFinding finding) {
        Instant at = finding.entry().at();
        // the end of a wait tells all of its length again
        boolean waits = kind == LogFinding.Kind.LOCK_WAIT;
        double added = waits && finding.times() > 0 ? 0 : finding.millis();
        return new LogGroup(
                kind,
                database,
                user,
                shape,
                count + finding.times(),
                totalMillis + added,
                Math.max(maxMillis, finding.millis()),
                bytes + finding.bytes(),
                first,
                at == null ? last : at,
                finding.statement().isEmpty() && !example.statement().isEmpty() ? example : finding);
    }
}
