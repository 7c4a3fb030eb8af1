package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.serverlog.Level;
import dev.watchkeeper.redis.serverlog.LogGroup;
import dev.watchkeeper.redis.serverlog.ServerLog;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Fact;
import dev.watchkeeper.report.Line;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What a Redis wrote into its log: in a sentence, as data, for the ticket. */
public final class RedisLogWords {
    private static final List<String> KEYS =
            List.of("level", "count", "first_at", "last_at", "role", "pid", "shape", "message");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LONGEST = 8000;

    private RedisLogWords() {}

    /** {@code 2 warnings, 14 notices}. */
    public static String sentence(ServerLog log) {
        List<String> parts = new ArrayList<>();
        for (Level level : Level.values()) {
            long count = log.count(level);
            if (count > 0) {
                parts.add(count(level, count));
            }
        }
        String told = parts.isEmpty() ? "the log tells of nothing" : String.join(", ", parts);
        return told + (log.whole() ? "" : "; older lines were not read");
    }

    private static String count(Level level, long count) {
        return switch (level) {
            case WARNING -> Sizes.of(count, "warning", "warnings");
            case NOTICE -> Sizes.of(count, "notice", "notices");
            case VERBOSE -> Sizes.of(count, "verbose line", "verbose lines");
            case DEBUG -> Sizes.of(count, "debug line", "debug lines");
        };
    }

    /** Where it was read. */
    public static String place(ServerLog log) {
        return LogSentences.place(log.place(), Optional.empty());
    }

    /** Who wrote it. */
    public static String role(char role) {
        return switch (role) {
            case 'M' -> "primary";
            case 'S' -> "replica";
            case 'C' -> "child";
            case 'X' -> "sentinel";
            default -> Character.toString(role);
        };
    }

    /** A row for each message. */
    public static Records records(ServerLog log, int top) {
        return new Records(
                KEYS, log.groups().stream().limit(top).map(RedisLogWords::row).toList());
    }

    private static SequencedMap<String, @Nullable Object> row(LogGroup group) {
        return new Records.Row()
                .with("level", group.level().word())
                .with("count", group.count())
                .with("first_at", group.first())
                .with("last_at", group.last())
                .with("role", role(group.newest().role()))
                .with("pid", group.newest().process())
                .with("shape", group.shape())
                .with("message", group.newest().message())
                .values();
    }

    /** A table for the ticket. */
    public static Document document(Snapshot<ServerLog> snapshot, int top, Origin origin) {
        ServerLog log = snapshot.value();
        List<Line> lines = new ArrayList<>();
        log.groups().stream()
                .limit(top)
                .forEach(group -> lines.add(Line.Row.of(
                                Cell.of(group.level().word()),
                                Cell.of(Sizes.count(group.count())),
                                Cell.of(moment(group.first(), origin.zone())),
                                Cell.of(moment(group.last(), origin.zone())),
                                Cell.of(role(group.newest().role())))
                        .with(begin(group.newest().message()))));
        return new Document(
                "Log of " + origin.target().name(),
                Sentences.alone(sentence(log)),
                origin.cover(snapshot),
                List.of(
                        new Block.Facts(List.of(new Fact("Read from", place(log)))),
                        new Block.Table(
                                List.of(
                                        Column.text("Level", 10),
                                        Column.number("Times", "", 8),
                                        Column.text("First", 14),
                                        Column.text("Last", 14),
                                        Column.text("Written by", 10)),
                                lines,
                                "Nothing was written")));
    }

    private static String begin(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    private static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }
}
