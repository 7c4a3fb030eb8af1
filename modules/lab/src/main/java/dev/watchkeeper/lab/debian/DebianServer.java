package dev.watchkeeper.lab.debian;

import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.process.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One process with a folder of its own: configured, started until it listens, stopped, started again. Thread-safe. */
final class DebianServer {
    static final String HOST = "127.0.0.1";

    private static final Duration LISTENS = Duration.ofSeconds(30);
    private static final Duration STOPS = Duration.ofSeconds(10);
    private static final int TRIES = 5;

    /** Writes what has to be written for these ports, and gives the command. */
    @FunctionalInterface
    interface Setup {
        List<String> command(Path home) throws IOException;
    }

    private final LabFolder lab;
    private final String name;
    private final Path home;
    private @Nullable ServerProcess process;
    private List<String> command = List.of();

    /** @param name of its folder; a number is added if there is one already */
    DebianServer(LabFolder lab, String name) throws IOException {
        this.lab = lab;
        this.home = freshFolder(lab, name);
        this.name = String.valueOf(home.getFileName());
    }

    private static Path freshFolder(LabFolder lab, String name) throws IOException {
        Path folder = lab.path().resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = lab.path().resolve(name + "-" + i);
        }
        return Files.createDirectory(folder);
    }

    /** Unique in the lab. */
    String name() {
        return name;
    }

    Path home() {
        return home;
    }

    Path log() {
        return home.resolve("server.log");
    }

    /** Starts it, and waits until somebody listens on the port that the setup chose; with others if they were taken. */
    synchronized void start(Setup setup, Port listens) throws IOException, SQLException {
        for (int attempt = 1; ; attempt++) {
            command = setup.command(home);
            lab.privileges().handOver(home);
            ServerProcess started = launch();
            Patience.until(LISTENS, name + " listens", () -> !started.isAlive() || isOpen(listens.get()));
            if (started.isAlive()) {
                return;
            }
            if (attempt == TRIES || !started.lastWords().matches("(?is).*(in use|cannot bind|could not bind).*")) {
                throw new IOException(name + " does not start: " + started.lastWords());
            }
        }
    }

    /** The same once more, after it was stopped or killed. */
    synchronized void again() throws IOException {
        if (process == null || !process.isAlive()) {
            launch();
        }
    }

    synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process.pid();
    }

    synchronized void stop() throws IOException {
        if (process != null) {
            process.stop(STOPS);
        }
    }

    synchronized void kill() throws IOException {
        if (process != null) {
            process.kill();
        }
    }

    private ServerProcess launch() throws IOException {
        List<String> whole = new ArrayList<>(lab.privileges().prefix());
        whole.addAll(command);
        ServerProcess started = ServerProcess.start(lab, name, whole, log());
        process = started;
        return started;
    }

    /** A port that is known when the setup is done. */
    @FunctionalInterface
    interface Port {
        int get();
    }

    static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
