package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One password file.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-pgpass.html">The Password File</a>
 */
final class PassFile {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path path;
    private final Consumer<String> warnings;

    /**
     * @param warnings hears why a file that is there is not used
     */
    PassFile(Path path, Consumer<String> warnings) {
        this.path = path;
        this.warnings = warnings;
    }

    /** The first line's password that matches; empty if there is none, or no file that may be used. */
    Optional<Secret> find(HostPort host, String database, String user) {
        for (PassLine line : lines()) {
            if (line.matches(fileName(host), Integer.toString(host.port()), database, user)) {
                return Optional.of(line.password());
            }
        }
        return Optional.empty();
    }

    /** All lines that are neither empty nor comments nor broken. */
    List<PassLine> lines() {
        try {
            if (!mayBeUsed()) {
                return List.of();
            }
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return text.lines().map(PassLine::parse).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            warnings.accept("password file " + path + " can't be read, and is not used");
            return List.of();
        }
    }

    private boolean mayBeUsed() throws IOException {
        if (!Files.exists(path)) {
            return false;
        }
        if (!Files.isRegularFile(path)) {
            warnings.accept("password file " + path + " is not a plain file, and is not used");
            return false;
        }
        if (!Platform.isWindows()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            if (permissions.stream().anyMatch(OTHERS::contains)) {
                warnings.accept("password file " + path
                        + " can be read by others, and is not used; make it yours alone: chmod 0600 " + path);
                return false;
            }
        }
        return true;
    }

    /** Passwords for the server's usual local socket are filed under localhost. */
    private static String fileName(HostPort host) {
        return Platform.SOCKET_FOLDERS.contains(host.host()) ? "localhost" : host.host();
    }
}
