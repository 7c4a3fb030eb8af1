package dev.watchkeeper.app.panes.slowlog.log;

import dev.watchkeeper.app.controls.table.LiveColumn;
import dev.watchkeeper.app.controls.table.LiveColumn.Look;
import dev.watchkeeper.app.reports.RedisLogWords;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.serverlog.LogGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The table's columns. */
final class Columns {
    static final String LEVEL = "Level";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

    private Columns() {}

    static List<LiveColumn<LogGroup>> all() {
        return List.of(
                LiveColumn.<LogGroup>of(
                                LEVEL, 84, Look.BADGE, group -> group.level().word())
                        .toned(group -> Pick.tone(group.level()))
                        .by(LogGroup::level),
                LiveColumn.<LogGroup>of("Times", 70, Look.NUMBER, group -> Sizes.count(group.count()))
                        .by(LogGroup::count),
                LiveColumn.<LogGroup>of("First", 112, Look.QUIET, group -> moment(group.first()))
                        .by(LogGroup::first)
                        .hiddenAtFirst(),
                LiveColumn.<LogGroup>of("Last", 112, Look.QUIET, group -> moment(group.last()))
                        .by(LogGroup::last),
                LiveColumn.<LogGroup>of(
                                "By",
                                76,
                                Look.QUIET,
                                group -> RedisLogWords.role(group.newest().role()))
                        .yields(2),
                LiveColumn.of("The newest message", 420, Look.CODE, group -> firstLine(group)));
    }

    private static String firstLine(LogGroup group) {
        return group.newest().message().lines().findFirst().orElse("");
    }

    /** With the day, if it was not today. */
    static String moment(Instant at) {
        ZoneId zone = ZoneId.systemDefault();
        boolean today = LocalDate.ofInstant(at, zone).equals(LocalDate.now(zone));
        return (today ? CLOCK : DAY).format(at.atZone(zone));
    }
}
