package dev.watchkeeper.lab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of one lab: all data, sockets and logs of its servers. It is gone after {@link #close}, and also when this
 * process is killed: a watchdog then ends the servers and removes it.
 */
public final class LabFolder implements AutoCloseable {
    private final Path path;
    private final Path pids;
    private final Path sockets;
    private final Privileges privileges;
    private final FreePorts ports = new FreePorts();
    private final Watchdog watchdog;

    private LabFolder(Path path, Watchdog watchdog) throws IOException {
        this.path = path;
        this.watchdog = watchdog;
        this.pids = Files.createDirectory(path.resolve("pids"));
        // a short name: the path of a Unix socket has room for about 100 bytes
        this.sockets = Files.createDirectory(path.resolve("s"));
        this.privileges = Privileges.detect(path);
        if (privileges.becomesAnother()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
        }
        privileges.handOver(sockets);
    }

    /** Makes a new folder among the temporary ones, watched from its first moment. */
    public static LabFolder create() throws IOException {
        Path path = Files.createTempDirectory("wk-");
        return new LabFolder(path, Watchdog.over(path));
    }

    public Path path() {
        return path;
    }

    /** Where the servers' Unix sockets are. */
    public Path sockets() {
        return sockets;
    }

    public Privileges privileges() {
        return privileges;
    }

    public FreePorts ports() {
        return ports;
    }

    /** Where the watchdog looks for the process of that name. */
    Path pidFile(String name) {
        return pids.resolve(name);
    }

    /**
     * Lets the watchdog end a server that is started by another process of the lab.
     *
     * @param name unique among the living processes of the lab
     * @param pidFile whose first line is the pid, as long as it runs
     */
    public void watch(String name, Path pidFile) throws IOException {
        unwatch(name);
        Files.createSymbolicLink(pids.resolve(name), pidFile);
    }

    /** The opposite. */
    public void unwatch(String name) throws IOException {
        Files.deleteIfExists(pids.resolve(name));
    }

    /** Removes the folder. The servers must have ended before; the watchdog ends those that have not. */
    @Override
    public void close() throws IOException {
        try {
            Folders.delete(path);
        } finally {
            watchdog.close();
        }
    }
}
