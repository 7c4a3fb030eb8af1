package dev.watchkeeper.backup.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.backup.Proof;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the console wrote beside a backup that it made: {@code FILE.watchkeeper.json}.
 *
 * @param content what of the database is in it, if that is not all: {@code schema only}
 * @param proof the newest one
 */
public record Sidecar(
        Optional<String> database,
        Optional<String> serverVersion,
        Optional<Instant> startedAt,
        Optional<Instant> stoppedAt,
        Optional<String> content,
        Optional<Proof> proof) {
    /** What its name ends with, behind the whole name of what it tells of. */
    public static final String ENDING = ".watchkeeper.json";

    private static final Sidecar NONE = new Sidecar(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * All of a folder.
     *
     * @param pieces their contents by their paths
     * @return by the path of what they tell of
     */
    public static Map<String, Sidecar> all(Map<String, byte[]> pieces) {
        Map<String, Sidecar> sidecars = new HashMap<>();
        pieces.forEach((path, text) -> {
            if (path.endsWith(ENDING)) {
                sidecars.put(path.substring(0, path.length() - ENDING.length()), read(text));
            }
        });
        return sidecars;
    }

    /** One that says nothing, where there is none. */
    public static Sidecar none() {
        return NONE;
    }

    private static Sidecar read(byte[] text) {
        try {
            JsonNode all = JSON.readTree(text);
            return new Sidecar(
                    text(all, "database"),
                    text(all, "server_version"),
                    instant(all, "started_at"),
                    instant(all, "stopped_at"),
                    text(all, "content"),
                    proof(all.path("proofs")));
        } catch (IOException broken) {
            return NONE;
        }
    }

    private static Optional<Proof> proof(JsonNode proofs) {
        Optional<Proof> newest = Optional.empty();
        for (JsonNode one : proofs) {
            Optional<Proof> proof = proofOf(one);
            if (proof.isPresent()
                    && newest.map(last -> last.at().isBefore(proof.get().at())).orElse(true)) {
                newest = proof;
            }
        }
        return newest;
    }

    static Optional<Proof> proofOf(JsonNode node) {
        return instant(node, "at")
                .map(at -> new Proof(
                        at,
                        node.path("how").asText(),
                        node.path("good").asBoolean(),
                        node.path("detail").asText("")));
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.path(key).isTextual()
                ? Optional.of(node.path(key).asText()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static Optional<Instant> instant(JsonNode node, String key) {
        try {
            return text(node, key).map(Instant::parse);
        } catch (DateTimeParseException broken) {
            return Optional.empty();
        }
    }
}
