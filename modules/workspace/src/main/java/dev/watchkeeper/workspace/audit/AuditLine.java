package dev.watchkeeper.workspace.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.watchkeeper.kernel.action.AuditEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** One line of the log, with keys as the command line's JSON has them. */
final class AuditLine {
    private static final JsonMapper JSON = new JsonMapper();

    private AuditLine() {}

    /** The entry with a line break after it; none within, for JSON escapes them. */
    static byte[] write(AuditEntry entry) {
        ObjectNode line = JSON.createObjectNode()
                .put("at", entry.at().toString())
                .put("who", entry.who())
                .put("role", entry.role())
                .put("target", entry.target())
                .put("environment", entry.environment())
                .put("where", entry.where())
                .put("action", entry.action())
                .put("what", entry.what())
                .put("statement", entry.statement())
                .put("result", entry.result())
                .put("outcome", entry.outcome())
                .put("took_ms", entry.tookMillis());
        try {
            return (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings is always JSON", e);
        }
    }

    /** Empty if it is not an entry: torn, or written by somebody else. */
    static Optional<AuditEntry> read(byte[] line) {
        try {
            JsonNode node = JSON.readTree(line);
            return node == null || !node.hasNonNull("at") ? Optional.empty() : Optional.of(entry(node));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static AuditEntry entry(JsonNode line) {
        return new AuditEntry(
                Instant.parse(text(line, "at")),
                text(line, "who"),
                text(line, "role"),
                text(line, "target"),
                text(line, "environment"),
                text(line, "where"),
                text(line, "action"),
                text(line, "what"),
                text(line, "statement"),
                text(line, "result"),
                text(line, "outcome"),
                line.path("took_ms").asLong());
    }

    private static String text(JsonNode line, String key) {
        return line.path(key).asText("");
    }
}
