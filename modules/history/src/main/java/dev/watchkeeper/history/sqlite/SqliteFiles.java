package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The file, and those that SQLite keeps beside it. Statements may hold secrets: it is its owner's alone. */
final class SqliteFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private SqliteFiles() {}

    /** Makes folder and file if they are not there and may be made. */
    static void prepare(Path file, Welcome welcome) throws FaultException {
        if (welcome == Welcome.EXISTING && !Files.isRegularFile(file)) {
            throw new FaultException(FaultKind.BAD_INPUT, "there is no history " + file, "");
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder, mode("rwx------"));
            }
            if (!Files.exists(file)) {
                Files.createFile(file, mode("rw-------"));
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(file)) {
                throw cannot("the history " + file + " can't be made", e);
            }
            // another console was quicker
        } catch (IOException e) {
            throw cannot("the history " + file + " can't be made", e);
        }
        if (!Files.isWritable(file)) {
            throw new FaultException(
                    FaultKind.DENIED,
                    "the history " + file + " can't be written",
                    "Look at its owner and mode, or name another place under history: in connections.yaml");
        }
    }

    /** Gives it another name, with what lies beside it. */
    static Path setAside(Path file, Instant now) throws FaultException {
        String name = file.getFileName() + ".broken-" + STAMP.format(now);
        Path aside = file.resolveSibling(name);
        for (int n = 2; Files.exists(aside); n++) {
            aside = file.resolveSibling(name + "-" + n);
        }
        try {
            for (String suffix : List.of("-wal", "-shm", "")) {
                Path one = file.resolveSibling(file.getFileName() + suffix);
                if (Files.exists(one)) {
                    Files.move(one, aside.resolveSibling(aside.getFileName() + suffix));
                }
            }
        } catch (IOException e) {
            throw cannot("the history " + file + " is damaged, and can't be set aside", e);
        }
        return aside;
    }

    private static FaultException cannot(String what, IOException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new FaultException(
                new Fault(
                        FaultKind.DENIED,
                        what + ": " + reason,
                        "Look at the folder's owner and mode, and at the disk, or name another place under history: in"
                                + " connections.yaml"),
                cause);
    }

    private static FileAttribute<?>[] mode(String mode) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
