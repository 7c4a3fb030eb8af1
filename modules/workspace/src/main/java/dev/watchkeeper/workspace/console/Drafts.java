package dev.watchkeeper.workspace.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.workspace.FileGuard;
import dev.watchkeeper.workspace.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What stands in the editors of one target, from one opening of the window to the next. Thread-safe. */
public final class Drafts {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final String target;

    /**
     * @param folder made, with those above it, when something is written
     * @param target its name, whatever letters it is made of
     */
    public Drafts(Path folder, String target) {
        this.target = target;
        String plain = target.replaceAll("[^A-Za-z0-9_-]", "_");
        String start = plain.substring(0, Math.min(40, plain.length()));
        // two names may look the same without their special letters
        UUID own = UUID.nameUUIDFromBytes(target.getBytes(StandardCharsets.UTF_8));
        this.file = folder.toAbsolutePath().resolve(start + "-" + own.toString().substring(0, 8) + ".json");
    }

    /** Those that were kept; none if there are none, or the file is broken. */
    public List<Draft> read() throws FaultException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Draft> drafts = new ArrayList<>();
            for (JsonNode one : JSON.readTree(Files.readAllBytes(file)).path("drafts")) {
                drafts.add(new Draft(
                        one.path("title").asText(""),
                        one.path("text").asText(""),
                        one.path("caret").asInt()));
            }
            return List.copyOf(drafts);
        } catch (IOException e) {
            throw PrivateFiles.cannot("the console's drafts in " + file + " can't be read", e);
        }
    }

    /** Keeps these instead. */
    public void write(List<Draft> drafts) throws FaultException {
        PrivateFiles.createFolder(file.resolveSibling(""));
        ObjectNode root = JSON.createObjectNode().put("target", target);
        ArrayNode list = root.putArray("drafts");
        for (Draft draft : drafts) {
            list.addObject()
                    .put("title", draft.title())
                    .put("text", draft.text())
                    .put("caret", draft.caret());
        }
        try {
            byte[] bytes = JSON.writeValueAsBytes(root);
            FileGuard.whileLocked(file, () -> {
                PrivateFiles.replace(file, bytes);
                return bytes.length;
            });
        } catch (IOException e) {
            throw PrivateFiles.cannot("the console's drafts in " + file + " can't be written", e);
        }
    }
}
