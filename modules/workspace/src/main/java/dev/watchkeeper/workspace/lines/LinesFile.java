package dev.watchkeeper.workspace.lines;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.workspace.FileGuard;
import dev.watchkeeper.workspace.PrivateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file of lines, readable by its owner alone. Several consoles may write it: their lines don't mix. A line that a killed
 * console left half-written is skipped, and the next one begins on a line of its own. Thread-safe.
 */
public final class LinesFile {
    private final Path file;
    private final String called;

    /**
     * @param file made, with its folder, at the first line
     * @param called as what people know it: {@code the audit log}
     */
    public LinesFile(Path file, String called) {
        this.file = file.toAbsolutePath();
        this.called = called;
    }

    /**
     * Adds lines and makes sure that they are on the disk.
     *
     * @param lines with their line breaks; none at all tries whether the file could be written
     */
    public void append(byte[] lines) throws FaultException {
        PrivateFiles.createFolder(file.resolveSibling(""));
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileGuard.whileLocked(channel, file, () -> append(channel, lines));
        } catch (IOException e) {
            throw PrivateFiles.cannot(called + " " + file + " can't be written", e);
        }
    }

    /**
     * What can be read of the newest lines, newest first.
     *
     * @param read empty for a line that is not understood, or not wanted
     */
    public <T> List<T> newest(int limit, Function<byte[], Optional<T>> read) throws FaultException {
        if (limit <= 0 || !Files.exists(file)) {
            return List.of();
        }
        List<T> found = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            LinesFromTheEnd lines = new LinesFromTheEnd(channel);
            Optional<byte[]> line = lines.next();
            while (line.isPresent() && found.size() < limit) {
                read.apply(line.get()).ifPresent(found::add);
                line = lines.next();
            }
        } catch (IOException e) {
            throw PrivateFiles.cannot(called + " " + file + " can't be read", e);
        }
        return List.copyOf(found);
    }

    /**
     * Forgets the oldest lines of a file that has grown too large.
     *
     * @param most how large it may be, in bytes; half of that is left
     */
    public void forgetOldest(long most) throws FaultException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileGuard.whileLocked(channel, file, () -> channel.size() > most ? halve(channel, most / 2) : 0L);
        } catch (IOException e) {
            throw PrivateFiles.cannot(called + " " + file + " can't be shortened", e);
        }
    }

    private static long halve(FileChannel channel, long keep) throws IOException {
        ByteBuffer rest = ByteBuffer.allocate((int) keep);
        long from = channel.size() - keep;
        while (rest.hasRemaining() && channel.read(rest, from + rest.position()) >= 0) {
            // until all of it is here
        }
        byte[] bytes = rest.array();
        int line = 0;
        while (line < rest.position() && bytes[line] != '\n') {
            line++;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        kept.write(bytes, Math.min(line + 1, rest.position()), Math.max(0, rest.position() - line - 1));
        channel.truncate(0);
        write(channel, kept.toByteArray(), 0);
        channel.force(true);
        return channel.size();
    }

    /** Returns the file's new length. */
    private static long append(FileChannel channel, byte[] line) throws IOException {
        long end = channel.size();
        write(channel, endsTorn(channel, end) ? prefixed(line) : line, end);
        channel.force(true);
        return channel.size();
    }

    private static boolean endsTorn(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
    }

    private static byte[] prefixed(byte[] line) {
        byte[] longer = new byte[line.length + 1];
        longer[0] = '\n';
        System.arraycopy(line, 0, longer, 1, line.length);
        return longer;
    }

    private static void write(FileChannel channel, byte[] bytes, long at) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest, at + rest.position());
        }
    }
}
