package dev.watchkeeper.hosts.ssh.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files by a path with {@code *} and {@code ?} in it. */
final class Globs {
    private Globs() {}

    /** Those that are there, in the order of their names. */
    static List<Path> files(Path pattern) {
        Path root = pattern.isAbsolute() ? pattern.getRoot() : Path.of("");
        Stream<Path> found = Stream.of(root);
        for (Path part : pattern) {
            String name = part.toString();
            found = found.flatMap(folder -> children(folder, name));
        }
        return found.filter(Files::isRegularFile).toList();
    }

    private static Stream<Path> children(Path folder, String name) {
        if (name.indexOf('*') < 0 && name.indexOf('?') < 0) {
            return Stream.of(folder.resolve(name));
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> fits(name, path.getFileName().toString())).sorted().toList().stream();
        } catch (IOException unreadable) {
            return Stream.of();
        }
    }

    /** What begins with a dot is only meant if the pattern does too. */
    private static boolean fits(String pattern, String name) {
        return (pattern.startsWith(".") || !name.startsWith(".")) && Patterns.fits(pattern, name);
    }
}
