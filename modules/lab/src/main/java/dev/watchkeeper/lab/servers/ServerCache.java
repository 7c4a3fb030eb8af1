package dev.watchkeeper.lab.servers;

import dev.watchkeeper.lab.process.Folders;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Unpacked servers, each in a folder of its own that appears complete or not at all. */
final class ServerCache {
    private static final String UNFINISHED = "unpacking-";

    private final Path root;

    ServerCache(Path root) {
        this.root = root;
    }

    /** Puts files into an empty folder. */
    @FunctionalInterface
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    /** The folder of that name, filled now if it wasn't before. Several processes may ask at once. */
    Path get(String name, Filler filler) throws IOException {
        Path ready = root.resolve(name);
        if (Files.isDirectory(ready)) {
            return ready;
        }
        Files.createDirectories(root); // in a lab's folder this one is passed through by another user
        removeLeftovers();
        Path unfinished = Files.createTempDirectory(
                root, UNFINISHED + ProcessHandle.current().pid() + "-");
        try {
            filler.fill(unfinished);
            publish(unfinished, ready);
        } finally {
            Folders.delete(unfinished);
        }
        return ready;
    }

    private static void publish(Path unfinished, Path ready) throws IOException {
        try {
            Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(ready)) { // else somebody was quicker
                throw e;
            }
        }
    }

    /** Removes what processes left that were killed while they unpacked. */
    private void removeLeftovers() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                String[] parts = entry.getFileName().toString().split("-", -1);
                if (entry.getFileName().toString().startsWith(UNFINISHED)
                        && ProcessHandle.of(Long.parseLong(parts[1])).isEmpty()) {
                    Folders.delete(entry);
                }
            }
        }
    }
}
