package dev.watchkeeper.postgres.serverlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The log as text: each message begins with the prefix and its severity, goes on in lines that begin with a tab, and has
 * its detail, hint, context and statement in messages of their own right behind it.
 */
final class StderrLog implements LogParser {
    private static final List<String> PARTS =
            List.of("DETAIL", "HINT", "QUERY", "CONTEXT", "LOCATION", "STATEMENT", "BACKTRACE");
    private static final int LONGEST = 4 << 20;

    private final LineBuffer buffer = new LineBuffer();
    private final LogTime time;
    private final LinePrefix prefix;
    private final Map<String, StringBuilder> parts = new LinkedHashMap<>();
    private @Nullable Matcher head;
    private @Nullable StringBuilder open;

    StderrLog(LogTime time, LinePrefix prefix) {
        this.time = time;
        this.prefix = prefix;
    }

    @Override
    public List<LogEntry> feed(String piece) {
        List<LogEntry> entries = new ArrayList<>();
        for (String line : buffer.lines(piece)) {
            line(line, entries);
        }
        return entries;
    }

    @Override
    public List<LogEntry> rest() {
        List<LogEntry> entries = new ArrayList<>();
        finish(entries);
        return entries;
    }

    private void line(String line, List<LogEntry> into) {
        Matcher begins = line.startsWith("\t") ? null : prefix.match(line);
        if (begins == null) {
            goOn(line);
            return;
        }
        String severity = begins.group("severity");
        if (head == null || !PARTS.contains(severity)) {
            finish(into);
            head = PARTS.contains(severity) ? null : begins;
        }
        open = new StringBuilder(line.substring(begins.end()));
        parts.put(PARTS.contains(severity) ? severity : "", open);
    }

    private void goOn(String line) {
        if (open != null && line.startsWith("\t") && open.length() < LONGEST) {
            open.append('\n').append(line, 1, line.length());
        }
    }

    private void finish(List<LogEntry> into) {
        if (head != null) {
            into.add(new LogEntry(
                    at(head),
                    head.group("severity"),
                    pid(head),
                    group(head, "user"),
                    group(head, "database"),
                    group(head, "application"),
                    group(head, "state"),
                    part(""),
                    part("DETAIL"),
                    part("HINT"),
                    part("CONTEXT"),
                    part("STATEMENT")));
        }
        head = null;
        open = null;
        parts.clear();
    }

    private @Nullable Instant at(Matcher matcher) {
        String epoch = group(matcher, "epoch");
        return epoch.isEmpty() ? time.read(group(matcher, "time")) : LogTime.epoch(epoch);
    }

    private static int pid(Matcher matcher) {
        String pid = group(matcher, "pid");
        return pid.isEmpty() || pid.length() > 9 ? 0 : Integer.parseInt(pid);
    }

    /** Unknown names stand for nobody, as the server writes it. */
    private static String group(Matcher matcher, String name) {
        if (!matcher.namedGroups().containsKey(name)) {
            return "";
        }
        String text = Objects.requireNonNullElse(matcher.group(name), "").strip();
        return text.equals("[unknown]") ? "" : text;
    }

    private String part(String name) {
        StringBuilder text = parts.get(name);
        return text == null ? "" : text.toString();
    }
}
