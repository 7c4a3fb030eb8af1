package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.serverlog.LogFinding.Kind;
import dev.watchkeeper.postgres.serverlog.LogGroup;
import dev.watchkeeper.postgres.serverlog.ServerLog;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Fact;
import dev.watchkeeper.report.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a log tells, for the ticket. */
public final class LogDocument {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    /** Characters of a text; the JSON has the whole of it. */
    private static final int LONGEST = 8000;

    private LogDocument() {}

    /** A table for each kind of finding. */
    public static Document of(Snapshot<ServerLog> snapshot, int top, Origin origin) {
        ServerLog log = snapshot.value();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts(log, snapshot.takenAt())));
        for (Kind kind : Kind.values()) {
            List<LogGroup> groups = log.groups().stream()
                    .filter(group -> group.kind() == kind)
                    .limit(top)
                    .toList();
            if (!groups.isEmpty()) {
                blocks.add(new Block.Heading(LogWords.title(kind), Sizes.count(log.count(kind))));
                blocks.add(table(groups, origin.zone()));
            }
        }
        return new Document(
                "Log of " + origin.target().name(),
                Sentences.alone(LogSentences.of(log)),
                origin.cover(snapshot),
                blocks);
    }

    private static List<Fact> facts(ServerLog log, Instant now) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Read from", log.place().words()));
        facts.add(new Fact("Tells of", "the last " + Spans.words(Duration.between(log.from(), now))));
        LogWords.settings(log.settings()).forEach((name, value) -> facts.add(new Fact(name, value)));
        return facts;
    }

    private static Block table(List<LogGroup> groups, ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        for (LogGroup group : groups) {
            String about = LogWords.about(group);
            lines.add(Line.Row.of(
                            Cell.of(Sizes.count(group.count())),
                            Cell.of(LogWords.total(group)),
                            Cell.of(LogWords.max(group)),
                            Cell.of(moment(group.first(), zone)),
                            Cell.of(moment(group.last(), zone)),
                            Cell.of(group.database()),
                            Cell.of(group.user()))
                    .with(about.length() <= LONGEST ? about : about.substring(0, LONGEST) + " …"));
        }
        List<Column> columns = List.of(
                Column.number("Times", "", 8),
                Column.number("In all", "", 10),
                Column.number("Longest", "", 10),
                Column.text("First", 12),
                Column.text("Last", 12),
                Column.text("Database", 10),
                Column.text("Role", 10));
        return new Block.Table(columns, lines, "");
    }

    private static String moment(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : MOMENT.format(at.atZone(zone));
    }
}
