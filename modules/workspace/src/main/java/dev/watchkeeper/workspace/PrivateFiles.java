package dev.watchkeeper.workspace;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files and folders that are their owner's alone (0600, 0700); on Windows the profile folder's own rights do it. */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Makes a folder and those above it; one that is there stays as it is. */
    public static void createFolder(Path folder) throws FaultException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, mode("rwx------"));
            }
        } catch (IOException e) {
            throw cannot("the folder " + folder + " can't be made", e);
        }
    }

    /** Opens a file, made with 0600 if it is not there. */
    public static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
        Set<StandardOpenOption> all = EnumSet.of(StandardOpenOption.CREATE, options);
        return FileChannel.open(file, all, mode("rw-------"));
    }

    /**
     * Replaces a file's content so that a crash leaves the old one or the new one. Its mode stays; a symbolic link is
     * followed; a new file gets 0600.
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = real.resolveSibling("");
        Path next = Files.createTempFile(folder, "." + real.getFileName(), ".new", mode("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            if (POSIX && Files.exists(real)) {
                Set<PosixFilePermission> mode = Files.getPosixFilePermissions(real);
                Files.setPosixFilePermissions(next, mode);
            }
            Files.move(next, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
        syncFolder(folder);
    }

    /** The new name is on the disk only when the folder is. */
    private static void syncFolder(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** What to tell when a file can't be written or read. */
    public static FaultException cannot(String what, IOException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new FaultException(
                new Fault(FaultKind.DENIED, what + ": " + reason, "Look at the file's owner and mode, and at the disk"),
                cause);
    }

    private static FileAttribute<?>[] mode(String mode) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
