package dev.watchkeeper.redis.testing;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.process.ServerProcess;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.connect.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One Redis or sentinel process of a test. */
public final class OwnRedis {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int TRIES = 5;

    private final LabFolder folder;
    private final Path executable;
    private final String name;
    private final List<String> settings;
    private final boolean sentinel;
    private int port;
    private @Nullable ServerProcess process;

    OwnRedis(LabFolder folder, Path executable, String name, List<String> settings, boolean sentinel) {
        this.folder = folder;
        this.executable = executable;
        this.name = name;
        this.settings = settings;
        this.sentinel = sentinel;
    }

    public int port() {
        return port;
    }

    public HostPort address() {
        return new HostPort("127.0.0.1", port);
    }

    /** Starts it, on the port it had before, if it had one. */
    public void start() throws IOException {
        Path home = Files.createDirectories(folder.path().resolve(name));
        boolean first = port == 0;
        for (int attempt = 1; ; attempt++) {
            if (first) {
                port = folder.ports().next();
                write(home);
            }
            List<String> command = new ArrayList<>(
                    List.of(executable.toString(), home.resolve("redis.conf").toString()));
            if (sentinel) {
                command.add("--sentinel");
            }
            ServerProcess started = ServerProcess.start(folder, name, command, home.resolve("server.log"));
            process = started;
            until(name + " listens", () -> !started.isAlive() || listens());
            if (started.isAlive()) {
                return;
            }
            if (attempt == TRIES || !first) {
                throw new IOException(name + " does not start: " + started.lastWords());
            }
        }
    }

    private void write(Path home) throws IOException {
        boolean ownPort = settings.stream().anyMatch(line -> line.startsWith("tls-port"));
        List<String> lines = new ArrayList<>(
                List.of("bind 127.0.0.1", "dir \"" + home + "\"", (ownPort ? "port 0\ntls-port " : "port ") + port));
        if (!sentinel) {
            lines.add("save \"\"");
            lines.add("repl-diskless-sync-delay 0");
            lines.add("repl-diskless-sync yes");
        }
        settings.stream().filter(line -> !line.startsWith("tls-port")).forEach(lines::add);
        Files.write(home.resolve("redis.conf"), lines);
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As a crash would. */
    public void kill() throws IOException {
        if (process != null) {
            process.kill();
        }
    }

    /** Stops or continues the process: it listens and says nothing. */
    public void signal(String signal) throws IOException {
        if (process == null) {
            throw new IllegalStateException(name + " does not run");
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Target target() {
        return target(sentinel ? Engine.SENTINEL : Engine.REDIS, "default");
    }

    /** With parameters as name, value, name, value. */
    public Target target(Engine engine, String user, String... parameters) {
        LinkedHashMap<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        return Target.unsaved(
                name, new Endpoint(engine, List.of(address()), engine == Engine.REDIS ? "0" : "", user, all));
    }

    /** Asks on a connection of its own, without a password. */
    public Reply ask(String... words) throws FaultException {
        try (RedisServer server = new RedisServer(target(), Passwords.none())) {
            return server.act(connected -> connected.ask(words));
        }
    }

    /** Whether the answer has this in it; false also while it does not answer. */
    public boolean says(String what, String... words) {
        try {
            Reply reply = ask(words);
            return (reply.text() + reply.pairs()).contains(what);
        } catch (FaultException e) {
            return false;
        }
    }

    /** Waits for a condition. */
    public static void until(String what, Patience.Condition condition) throws IOException {
        try {
            Patience.until(LIMIT, what, condition);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
