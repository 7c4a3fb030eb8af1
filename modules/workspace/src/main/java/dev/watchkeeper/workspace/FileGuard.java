package dev.watchkeeper.workspace;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Keeps other consoles, and other threads of this one, from writing the same file at the same time. */
public final class FileGuard {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();
    /** Beyond any content: where locks are mandatory (Windows) readers must not stumble over it. */
    private static final long POSITION = Long.MAX_VALUE - 1;

    private FileGuard() {}

    /** What is done under the lock. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException, FaultException;
    }

    /**
     * Waits until nobody else holds the lock, and works under it.
     *
     * @param file what to call it in the error
     * @throws FaultException CONFLICT if somebody held it for ten seconds; else what the work throws
     */
    public static <T> T whileLocked(FileChannel channel, Path file, Work<T> work) throws IOException, FaultException {
        FileLock lock = lock(channel, file);
        try {
            return work.run();
        } finally {
            lock.release();
        }
    }

    /** The same for a file that is replaced as a whole: the lock is a file beside it, which stays. */
    public static <T> T whileLocked(Path file, Work<T> work) throws IOException, FaultException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".lock");
        try (FileChannel channel = PrivateFiles.open(beside, StandardOpenOption.WRITE)) {
            return whileLocked(channel, file, work);
        }
    }

    private static FileLock lock(FileChannel channel, Path file) throws IOException, FaultException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            FileLock lock = attempt(channel);
            if (lock != null) {
                return lock;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new FaultException(
                FaultKind.CONFLICT, file + " is locked by another console", "See whether one hangs, and try again");
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(POSITION, 1, false);
        } catch (OverlappingFileLockException e) {
            // held by another thread of this process, which is as good as another console
            return null;
        }
    }
}
