package dev.watchkeeper.workspace.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.workspace.FileGuard;
import dev.watchkeeper.workspace.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Statements that somebody saved, for all targets, in a file that people can read and share. Thread-safe. */
public final class SavedStatements {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    public SavedStatements(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** In the order in which they were saved. */
    public List<SavedStatement> all() throws FaultException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<SavedStatement> all = new ArrayList<>();
            for (JsonNode one : JSON.readTree(Files.readAllBytes(file))) {
                all.add(new SavedStatement(
                        one.path("name").asText(""),
                        one.path("note").asText(""),
                        one.path("text").asText("")));
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw PrivateFiles.cannot("the saved statements in " + file + " can't be read", e);
        }
    }

    /** Saves one, instead of another of that name. */
    public void save(SavedStatement one) throws FaultException {
        change(all -> {
            List<SavedStatement> next = new ArrayList<>(all);
            next.removeIf(other -> other.name().equals(one.name()));
            next.add(one);
            return next;
        });
    }

    /** Forgets the one of that name. */
    public void forget(String name) throws FaultException {
        change(all -> all.stream().filter(one -> !one.name().equals(name)).toList());
    }

    private void change(UnaryOperator<List<SavedStatement>> change) throws FaultException {
        PrivateFiles.createFolder(file.resolveSibling(""));
        try {
            FileGuard.whileLocked(file, () -> write(change.apply(all())));
        } catch (IOException e) {
            throw PrivateFiles.cannot("the saved statements in " + file + " can't be written", e);
        }
    }

    private int write(List<SavedStatement> all) throws IOException {
        ArrayNode list = JSON.createArrayNode();
        for (SavedStatement one : all) {
            list.addObject().put("name", one.name()).put("note", one.note()).put("text", one.text());
        }
        byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(list);
        PrivateFiles.replace(file, bytes);
        return bytes.length;
    }
}
