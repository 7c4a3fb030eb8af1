package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads SQL as people keep it: perhaps with a byte order mark, and with the line ends of another system. */
final class SqlSource {
    private SqlSource() {}

    /**
     * What a file holds, or, for {@code -}, the standard input.
     *
     * @throws FaultException BAD_INPUT if it can't be read
     */
    static String read(Path file) throws FaultException {
        try {
            String text = file.toString().equals("-") ? standardInput() : Files.readString(file);
            return text.replace("\ufeff", "").replace("\r\n", "\n");
        } catch (IOException e) {
            throw new FaultException(new Fault(FaultKind.BAD_INPUT, why(file, e)), e);
        }
    }

    private static String standardInput() throws IOException {
        try (InputStream in = new FileInputStream(FileDescriptor.in)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String why(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no file " + file;
        }
        String what = file + " can't be read: ";
        if (cause instanceof AccessDeniedException) {
            return what + "permission denied";
        }
        if (Files.isDirectory(file)) {
            return what + "it is a folder";
        }
        return what + (cause instanceof CharacterCodingException ? "it is not in UTF-8" : cause.getMessage());
    }
}
