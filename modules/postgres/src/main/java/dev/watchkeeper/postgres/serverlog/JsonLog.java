package dev.watchkeeper.postgres.serverlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** {@code jsonlog}: one object a line (documentation, "Using JSON-Format Log Output"). What is no object is left out. */
final class JsonLog implements LogParser {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LineBuffer buffer = new LineBuffer();
    private final LogTime time;

    JsonLog(LogTime time) {
        this.time = time;
    }

    @Override
    public List<LogEntry> feed(String piece) {
        List<LogEntry> entries = new ArrayList<>();
        for (String line : buffer.lines(piece)) {
            if (line.startsWith("{")) {
                read(line, entries);
            }
        }
        return entries;
    }

    @Override
    public List<LogEntry> rest() {
        return List.of();
    }

    private void read(String line, List<LogEntry> into) {
        JsonNode entry;
        try {
            entry = JSON.readTree(line);
        } catch (JsonProcessingException cut) {
            return; // the first line of a piece that begins in the middle
        }
        into.add(new LogEntry(
                time.read(text(entry, "timestamp")),
                text(entry, "error_severity"),
                entry.path("pid").asInt(),
                text(entry, "user"),
                text(entry, "dbname"),
                text(entry, "application_name"),
                text(entry, "state_code"),
                text(entry, "message"),
                text(entry, "detail"),
                text(entry, "hint"),
                text(entry, "context"),
                text(entry, "statement")));
    }

    private static String text(JsonNode entry, String key) {
        return entry.path(key).asText("");
    }
}
