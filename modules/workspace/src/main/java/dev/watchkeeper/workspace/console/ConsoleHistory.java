package dev.watchkeeper.workspace.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.workspace.lines.LinesFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was run in consoles, on all targets, as JSON lines. The oldest are forgotten when it gets large. Thread-safe. */
public final class ConsoleHistory {
    /** In bytes; half of it stays. */
    private static final long MOST = 16L << 20;
    /** Longer statements are cut: what loads a megabyte is not run again from memory. */
    private static final int LONGEST = 100_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final LinesFile file;

    /**
     * @param file made, with its folder, at the first entry
     */
    public ConsoleHistory(Path file) {
        this.file = new LinesFile(file, "the console's history");
    }

    /** Adds one. */
    public void add(Remembered one) throws FaultException {
        String statement = one.statement().length() > LONGEST
                ? one.statement().substring(0, LONGEST) + " … (cut)"
                : one.statement();
        ObjectNode line = JSON.createObjectNode()
                .put("at", one.at().toString())
                .put("target", one.target())
                .put("statement", statement)
                .put("outcome", one.outcome())
                .put("done", one.done())
                .put("took_ms", one.tookMillis());
        try {
            file.append((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings is always JSON", e);
        }
        file.forgetOldest(MOST);
    }

    /** The newest, newest first. */
    public List<Remembered> newest(int limit) throws FaultException {
        return file.newest(limit, ConsoleHistory::read);
    }

    private static Optional<Remembered> read(byte[] line) {
        try {
            JsonNode node = JSON.readTree(line);
            return node == null || !node.hasNonNull("at") ? Optional.empty() : Optional.of(entry(node));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Remembered entry(JsonNode line) {
        return new Remembered(
                Instant.parse(line.path("at").asText("")),
                line.path("target").asText(""),
                line.path("statement").asText(""),
                line.path("outcome").asText(""),
                line.path("done").asBoolean(),
                line.path("took_ms").asLong());
    }
}
