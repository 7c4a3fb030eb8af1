package dev.watchkeeper.backup.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.backup.Proof;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a host keeps of how backups without a sidecar were found, by source: lines of JSON, one a proof. */
public final class Proofs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Proof> newest = new HashMap<>();

    /** @param source the title of the source, of which alone it is to tell */
    public Proofs(Sections sections, String source) {
        sections.text("proofs").lines().forEach(line -> add(line, source));
    }

    /** The newest one of that backup. */
    public Optional<Proof> of(String id) {
        return Optional.ofNullable(newest.get(id));
    }

    private void add(String line, String source) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.path("source").asText().equals(source)) {
                Sidecar.proofOf(node)
                        .ifPresent(proof -> newest.merge(
                                node.path("id").asText(),
                                proof,
                                (one, other) -> other.at().isBefore(one.at()) ? one : other));
            }
        } catch (JsonProcessingException cutOff) {
            return;
        }
    }
}
