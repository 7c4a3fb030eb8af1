package dev.watchkeeper.lab.debian;

import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.process.ServerProcess;
import dev.watchkeeper.lab.process.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * OpenSSH's server, as an ordinary process that lets in one user: the one who runs the tests, and where that is root, Debian's
 * {@code postgres}, so that nothing of the system is touched.
 */
public final class SshdServer implements AutoCloseable {
    private static final String STAND_IN = "postgres";
    private static final Duration STARTS = Duration.ofSeconds(30);
    private static final Duration STOPS = Duration.ofSeconds(10);
    private static final int TRIES = 5;

    private final LabFolder lab;
    private final Path home;
    private final List<String> settings;
    private final boolean isRoot;
    private int port;
    private ServerProcess process;

    private SshdServer(LabFolder lab, List<String> settings) throws IOException, SQLException {
        this.lab = lab;
        this.settings = List.copyOf(settings);
        this.isRoot = System.getProperty("user.name").equals("root");
        this.home = Files.createTempDirectory(lab.path(), "sshd-");
        for (Path folder : List.of(lab.path(), home)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
        Files.createFile(keys());
        for (String type : List.of("ed25519", "rsa", "ecdsa")) {
            newHostKey(type);
        }
        this.process = started();
    }

    /**
     * Starts one on 127.0.0.1, with host keys of three types.
     *
     * @param settings more lines of {@code sshd_config}
     */
    public static SshdServer start(LabFolder lab, String... settings) throws IOException, SQLException {
        return new SshdServer(lab, List.of(settings));
    }

    public int port() {
        return port;
    }

    /** Who may enter. */
    public String user() {
        return isRoot ? STAND_IN : System.getProperty("user.name");
    }

    /** The public key of that type: {@code ed25519}, {@code rsa}, {@code ecdsa}. */
    public Path hostKey(String type) {
        return home.resolve("host_" + type + ".pub");
    }

    /** Makes another host key of that type; counts from the next start on. */
    public void newHostKey(String type) throws IOException {
        Path file = home.resolve("host_" + type);
        Files.deleteIfExists(file);
        String bits = type.equals("rsa") ? "2048" : "256"; // a bigger one takes a second to be made
        Tool.run("ssh-keygen", "-q", "-t", type, "-b", bits, "-N", "", "-f", file.toString());
        own(file);
    }

    /** Lets everybody in who has the key. */
    public void authorize(Path publicKey) throws IOException {
        Files.writeString(keys(), Files.readString(publicKey), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    /** Ends all connections, not the server, nor what runs on them. */
    public void cut() {
        connections().forEach(ProcessHandle::destroyForcibly);
    }

    /** Lets all connections stand still, as if a cable had been pulled. */
    public void freeze() throws IOException {
        for (ProcessHandle one : connections()) {
            Tool.run("kill", "-STOP", Long.toString(one.pid()));
        }
    }

    /** The processes behind the connections. */
    private List<ProcessHandle> connections() {
        List<ProcessHandle> all = new ArrayList<>();
        ProcessHandle.of(process.pid())
                .ifPresent(server -> server.descendants()
                        .filter(one -> one.info().command().orElse("sshd").endsWith("sshd"))
                        .forEach(all::add));
        return all;
    }

    /** Stops it, and all connections. */
    public void stop() throws IOException {
        cut();
        process.stop(STOPS);
    }

    /** The same once more, on its port. */
    public void again() throws IOException, SQLException {
        process = launched();
        Patience.until(STARTS, "sshd listens again", () -> DebianServer.isOpen(port));
    }

    @Override
    public void close() throws IOException {
        cut();
        process.kill();
    }

    private Path keys() {
        return home.resolve("authorized_keys");
    }

    private ServerProcess started() throws IOException, SQLException {
        for (int attempt = 1; ; attempt++) {
            port = lab.ports().next();
            writeConfig();
            ServerProcess started = launched();
            Patience.until(STARTS, "sshd listens", () -> !started.isAlive() || DebianServer.isOpen(port));
            if (started.isAlive()) {
                return started;
            }
            if (attempt == TRIES) {
                throw new IOException("sshd does not start: " + started.lastWords());
            }
        }
    }

    private ServerProcess launched() throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot) {
            command.addAll(List.of("setpriv", "--reuid=" + STAND_IN, "--regid=" + STAND_IN, "--init-groups"));
        }
        command.addAll(List.of(
                DebianTools.need("sshd").toString(),
                "-D",
                "-e",
                "-f",
                home.resolve("config").toString()));
        return ServerProcess.start(lab, String.valueOf(home.getFileName()), command, home.resolve("log"));
    }

    private void writeConfig() throws IOException {
        Files.writeString(
                home.resolve("config"),
                """
                %s
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                HostKey %s
                HostKey %s
                PidFile none
                AuthorizedKeysFile %s
                UsePAM no
                StrictModes no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                """.formatted(
                                String.join("\n", settings),
                                port,
                                home.resolve("host_ed25519"),
                                home.resolve("host_rsa"),
                                home.resolve("host_ecdsa"),
                                keys()),
                StandardCharsets.UTF_8);
        for (Path file : List.of(home.resolve("config"), keys())) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private void own(Path file) throws IOException {
        if (isRoot) {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(STAND_IN));
        }
    }
}
