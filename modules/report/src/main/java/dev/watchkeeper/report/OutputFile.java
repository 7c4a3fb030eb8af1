package dev.watchkeeper.report;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file whole or not at all: what was there before stays until the new one is complete. */
public final class OutputFile {
    private OutputFile() {}

    /** Fills a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces the file at {@code path}, or makes it.
     *
     * @throws FaultException BAD_INPUT if the folder does not exist or the path is a folder, DENIED if it may not be
     *     written, FAILED if the disk is full and the like
     */
    public static void write(Path path, Content content) throws FaultException {
        Path file = path.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new FaultException(FaultKind.BAD_INPUT, file + " is a folder", "Give the file's name too");
        }
        if (!Files.isDirectory(folder)) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "the folder " + folder + " does not exist",
                    "Make it first, or choose another");
        }
        Path part = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            fill(part, content);
            move(part, file);
        } catch (AccessDeniedException e) {
            throw new FaultException(
                    new Fault(FaultKind.DENIED, folder + " may not be written", "Choose another folder"), e);
        } catch (IOException e) {
            throw new FaultException(
                    new Fault(FaultKind.FAILED, file + " can't be written: " + reason(e), "Choose another folder"), e);
        }
    }

    private static void fill(Path part, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            content.writeTo(out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
