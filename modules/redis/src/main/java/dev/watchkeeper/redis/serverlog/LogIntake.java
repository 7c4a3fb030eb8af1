package dev.watchkeeper.redis.serverlog;

import dev.watchkeeper.kernel.log.LogLines;
import dev.watchkeeper.kernel.log.LogPlace;
import dev.watchkeeper.kernel.log.LogSink;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Makes messages of a log's bytes, and keeps as many as there is room for: the oldest go. For one thread. */
final class LogIntake implements LogSink {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST = 256 * 1024;
    private static final int MOST = 20_000;
    private static final long MOST_CHARACTERS = 16L << 20;

    private final LogLines lines = new LogLines(LONGEST_LINE);
    private final Deque<LogEntry> entries = new ArrayDeque<>();
    private LogParser parser = new LogParser(ZoneOffset.UTC);
    private long characters;
    private boolean whole;

    @Override
    public void begin(LogPlace place, boolean isWhole) {
        lines.restart();
        entries.clear();
        characters = 0;
        whole = isWhole;
        parser = new LogParser(zone(place.zone()));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    @Override
    public void take(byte[] piece) {
        for (LogLines.Line line : lines.of(piece)) {
            parser.read(line.text()).ifPresentOrElse(this::add, () -> goOn(line.text()));
        }
    }

    private void add(LogEntry entry) {
        entries.addLast(entry);
        characters += entry.message().length();
        while (entries.size() > MOST || (characters > MOST_CHARACTERS && entries.size() > 1)) {
            characters -= entries.removeFirst().message().length();
            whole = false;
        }
    }

    /** A crash report and the logo have lines without a head. */
    private void goOn(String line) {
        LogEntry last = entries.peekLast();
        if (last != null && !line.isBlank() && last.message().length() + line.length() < LONGEST) {
            entries.removeLast();
            characters -= last.message().length();
            add(new LogEntry(last.at(), last.process(), last.role(), last.level(), last.message() + "\n" + line));
        }
    }

    /** Those from a moment on. */
    List<LogEntry> since(Instant from) {
        return entries.stream().filter(entry -> !entry.at().isBefore(from)).toList();
    }

    /** Whether nothing is missing from a moment on. */
    boolean reachesBackTo(Instant from) {
        LogEntry first = entries.peekFirst();
        return whole || (first != null && first.at().isBefore(from));
    }
}
