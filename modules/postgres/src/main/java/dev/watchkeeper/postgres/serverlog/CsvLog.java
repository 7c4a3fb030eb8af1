package dev.watchkeeper.postgres.serverlog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code csvlog} (documentation, "Using CSV-Format Log Output"). A record ends at a line's end outside of quotes. Read by
 * hand, for libraries want a whole file: this one has neither beginning nor end.
 */
final class CsvLog implements LogParser {
    private static final Pattern BEGINS =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} [^,\"]*,.*");
    /** Up to the application's name, which all supported versions have. */
    private static final int COLUMNS = 23;

    private final LineBuffer buffer = new LineBuffer();
    private final LogTime time;
    private final List<String> values = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private boolean quoted;
    private boolean begun;

    CsvLog(LogTime time) {
        this.time = time;
    }

    @Override
    public List<LogEntry> feed(String piece) {
        List<LogEntry> entries = new ArrayList<>();
        for (String line : buffer.lines(piece)) {
            if (!begun && !BEGINS.matcher(line).matches()) {
                continue; // the end of a record whose beginning was not read
            }
            begun = true;
            line(line);
            if (!quoted) {
                record(entries);
            }
        }
        return entries;
    }

    @Override
    public List<LogEntry> rest() {
        return List.of();
    }

    private void line(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    value.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                end();
            } else {
                value.append(c);
            }
        }
        if (quoted) {
            value.append('\n');
        }
    }

    private void end() {
        values.add(value.toString());
        value.setLength(0);
    }

    private void record(List<LogEntry> into) {
        end();
        if (values.size() >= COLUMNS) {
            into.add(new LogEntry(
                    time.read(values.get(0)),
                    values.get(11),
                    number(values.get(3)),
                    values.get(1),
                    values.get(2),
                    values.get(22),
                    values.get(12),
                    values.get(13),
                    values.get(14),
                    values.get(15),
                    values.get(18),
                    values.get(19)));
        } else {
            begun = false;
        }
        values.clear();
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
