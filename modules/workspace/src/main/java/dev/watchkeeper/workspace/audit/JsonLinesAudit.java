package dev.watchkeeper.workspace.audit;

import dev.watchkeeper.kernel.action.AuditEntry;
import dev.watchkeeper.kernel.action.AuditTrail;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.workspace.FileGuard;
import dev.watchkeeper.workspace.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The audit log as JSON lines, one object an entry, readable by its owner alone. Several consoles may write the same file:
 * their lines don't mix. A line that a killed console left half-written is skipped, and the next entry begins on a line
 * of its own. Thread-safe.
 */
public final class JsonLinesAudit implements AuditTrail {
    private final Path file;

    /**
     * @param file made, with its folder, at the first entry
     */
    public JsonLinesAudit(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public void ensureWritable() throws FaultException {
        write(new byte[0]);
    }

    @Override
    public void append(AuditEntry entry) throws FaultException {
        write(AuditLine.write(entry));
    }

    private void write(byte[] line) throws FaultException {
        PrivateFiles.createFolder(file.resolveSibling(""));
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileGuard.whileLocked(channel, file, () -> append(channel, line));
        } catch (IOException e) {
            throw PrivateFiles.cannot("the audit log " + file + " can't be written", e);
        }
    }

    @Override
    public List<AuditEntry> newest(int limit) throws FaultException {
        if (limit <= 0 || !Files.exists(file)) {
            return List.of();
        }
        List<AuditEntry> entries = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            LinesFromTheEnd lines = new LinesFromTheEnd(channel);
            Optional<byte[]> line = lines.next();
            while (line.isPresent() && entries.size() < limit) {
                AuditLine.read(line.get()).ifPresent(entries::add);
                line = lines.next();
            }
        } catch (IOException e) {
            throw PrivateFiles.cannot("the audit log " + file + " can't be read", e);
        }
        return List.copyOf(entries);
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
