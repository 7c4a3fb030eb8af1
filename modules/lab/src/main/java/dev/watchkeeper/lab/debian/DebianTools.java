package dev.watchkeeper.lab.debian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Debian's packages put their executables. What is not installed is not found: nothing is downloaded. */
public final class DebianTools {
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/bin"),
            Path.of("/usr/sbin"),
            Path.of("/usr/local/bin"),
            Path.of("/usr/local/sbin"),
            Path.of("/bin"),
            Path.of("/sbin"));
    private static final Path POSTGRES = Path.of("/usr/lib/postgresql");

    private DebianTools() {}

    /** The executable of that name; of PostgreSQL's own, that of the newest version that is installed. */
    public static Optional<Path> find(String name) {
        List<Path> folders = new ArrayList<>(postgresFolders());
        folders.addAll(FOLDERS);
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Which of these are not here. */
    public static List<String> missing(String... names) {
        return Stream.of(names).filter(name -> find(name).isEmpty()).toList();
    }

    static Path need(String name) throws IOException {
        return find(name).orElseThrow(() -> new IOException(name + " is not installed"));
    }

    private static List<Path> postgresFolders() {
        if (!Files.isDirectory(POSTGRES)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(POSTGRES)) {
            return versions.filter(folder -> folder.getFileName().toString().matches("\\d+"))
                    .sorted(Comparator.comparingInt(DebianTools::version).reversed())
                    .map(folder -> folder.resolve("bin"))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static int version(Path folder) {
        return Integer.parseInt(folder.getFileName().toString());
    }
}
