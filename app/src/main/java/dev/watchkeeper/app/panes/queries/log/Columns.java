package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.controls.table.LiveColumn;
import dev.watchkeeper.app.controls.table.LiveColumn.Look;
import dev.watchkeeper.app.reports.LogWords;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.serverlog.LogGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table's columns, and how its moments are written. */
final class Columns {
    static final String IN_ALL = "In all";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    /** Brings any size below any time. */
    private static final double SMALL = 1e-18;

    private Columns() {}

    static List<LiveColumn<LogLine>> all() {
        return List.of(
                LiveColumn.<LogLine>of(
                                "Kind",
                                92,
                                Look.BADGE,
                                line -> line.group().kind().words())
                        .toned(line -> Pick.of(line.group().kind()).tone())
                        .yields(5),
                LiveColumn.<LogLine>of(
                                "Times",
                                64,
                                Look.NUMBER,
                                line -> times(line.group().count()))
                        .by(line -> line.group().count()),
                LiveColumn.<LogLine>of(IN_ALL, 84, Look.NUMBER, line -> LogWords.total(line.group()))
                        .by(line -> inAll(line.group())),
                LiveColumn.<LogLine>of("Longest", 84, Look.NUMBER, line -> LogWords.max(line.group()))
                        .by(line -> positive(line.group().maxMillis()))
                        .yields(2),
                LiveColumn.<LogLine>of(
                                "Last",
                                108,
                                Look.QUIET,
                                line -> moment(line.group().last()))
                        .by(line -> line.group().last())
                        .yields(4),
                LiveColumn.<LogLine>of(
                                "Database", 92, Look.TEXT, line -> line.group().database())
                        .yields(3),
                LiveColumn.<LogLine>of(
                                "Role", 88, Look.TEXT, line -> line.group().user())
                        .yields(1),
                LiveColumn.of("Statement or message", 380, Look.CODE, LogLine::text));
    }

    /** Nothing for what only parts were logged of. */
    private static String times(int count) {
        return count == 0 ? "" : Sizes.count(count);
    }

    /** Times first, then sizes of files; what has neither stays behind them as it came. */
    private static @Nullable Double inAll(LogGroup group) {
        Double millis = positive(group.totalMillis());
        return millis == null ? positive(group.bytes() * SMALL) : millis;
    }

    private static @Nullable Double positive(double value) {
        return value > 0 ? value : null;
    }

    /** With the day, if it was not today; empty if the log does not say. */
    static String moment(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        ZoneId zone = ZoneId.systemDefault();
        boolean today = LocalDate.ofInstant(at, zone).equals(LocalDate.now(zone));
        return (today ? CLOCK : DAY).format(at.atZone(zone));
    }
}
