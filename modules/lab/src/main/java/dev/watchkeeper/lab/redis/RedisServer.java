package dev.watchkeeper.lab.redis;

import dev.watchkeeper.lab.member.LabMember;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.process.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One Redis process: a server or a sentinel. Thread-safe. */
public final class RedisServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(3);
    private static final int START_TRIES = 5;
    private static final String HOST = "127.0.0.1";

    private final LabFolder lab;
    private final Path executable;
    private final String name;
    private final MemberRole role;
    private final List<String> settings;
    private int port;
    private @Nullable ServerProcess process;

    /** @param settings lines of {@code redis.conf} beside those that every member has */
    RedisServer(LabFolder lab, Path executable, String name, MemberRole role, List<String> settings) {
        this.lab = lab;
        this.executable = executable;
        this.name = name;
        this.role = role;
        this.settings = settings;
    }

    public String name() {
        return name;
    }

    public String host() {
        return HOST;
    }

    public synchronized int port() {
        return port;
    }

    public LabMember member() {
        return new LabMember(name, role, HOST, port(), "", "");
    }

    /** Starts it and waits until it answers; on the port it had before, if it had one. */
    public synchronized void start() throws IOException, SQLException {
        Path home = lab.path().resolve(name);
        boolean first = port == 0;
        for (int attempt = 1; ; attempt++) {
            if (first) {
                port = lab.ports().next();
                writeConfig(home);
            }
            ServerProcess started = ServerProcess.start(lab, name, command(home), home.resolve("server.log"));
            process = started;
            Patience.until(START_LIMIT, name + " answers", () -> !started.isAlive() || answers());
            if (started.isAlive()) {
                return;
            }
            if (attempt == START_TRIES || !started.lastWords().contains("in use")) {
                throw new IOException(name + " does not start: " + started.lastWords());
            }
        }
    }

    public synchronized void stop() throws IOException {
        if (process != null) {
            process.stop(STOP_LIMIT);
        }
    }

    /** Kills it as a crash would. */
    public synchronized void kill() throws IOException {
        if (process != null) {
            process.kill();
        }
    }

    /** Sends one command without spaces in its words, and gives the answer as text; lines end with CR LF. */
    public String ask(String command) throws IOException {
        return RedisLine.ask(HOST, port(), command);
    }

    /** A sentinel writes into its own configuration, so each member has a file and a folder. */
    private void writeConfig(Path home) throws IOException {
        Files.createDirectories(home);
        String text = """
                port %d
                bind 127.0.0.1
                dir "%s"
                daemonize no
                """.formatted(port, home.toString().replace('\\', '/')) + String.join("\n", settings) + "\n";
        Files.writeString(home.resolve("redis.conf"), text, StandardCharsets.UTF_8);
    }

    private List<String> command(Path home) {
        String config = home.resolve("redis.conf").toString();
        return role == MemberRole.REDIS_SENTINEL
                ? List.of(executable.toString(), config, "--sentinel")
                : List.of(executable.toString(), config);
    }

    private boolean answers() {
        try {
            return RedisLine.ask(HOST, port, "PING").startsWith("PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
