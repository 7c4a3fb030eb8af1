package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.lab.debian.SshdServer;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.process.Tool;
import dev.watchkeeper.lab.testing.Debian;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A person's {@code ~/.ssh}, and an OpenSSH that it leads to. */
final class SshSetting implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final LabFolder lab;
    private final SshdServer server;
    private final Path home;
    private final Map<String, String> variables = new HashMap<>();
    private final TestPerson person = new TestPerson();

    SshSetting(Path home, String... settings) throws IOException, SQLException {
        Debian.needs("sshd", "ssh-keygen", "ssh-agent", "ssh-add");
        this.home = home;
        Files.createDirectories(home.resolve(".ssh"));
        lab = LabFolder.create();
        server = SshdServer.start(lab, settings);
    }

    LabFolder lab() {
        return lab;
    }

    SshdServer server() {
        return server;
    }

    TestPerson person() {
        return person;
    }

    Map<String, String> variables() {
        return variables;
    }

    Path ssh(String name) {
        return home.resolve(".ssh").resolve(name);
    }

    /** Makes a key that the server knows. */
    Path key(String name, String type, String passphrase) throws IOException {
        Path file = strangeKey(name, type, passphrase);
        server.authorize(Path.of(file + ".pub"));
        return file;
    }

    /** Makes a key that nobody knows. */
    Path strangeKey(String name, String type, String passphrase) throws IOException {
        Tool.run(
                "ssh-keygen",
                "-q",
                "-t",
                type,
                "-N",
                passphrase,
                "-C",
                name,
                "-f",
                ssh(name).toString());
        return ssh(name);
    }

    /** Writes a key of the server into {@code known_hosts}, as ssh does. */
    void trustServer() throws IOException {
        trust(server.port(), Files.readString(server.hostKey("ed25519"), StandardCharsets.UTF_8));
    }

    void trust(int port, String key) throws IOException {
        known("[127.0.0.1]:" + port + " " + key.strip() + "\n");
    }

    void known(String lines) throws IOException {
        append("known_hosts", lines);
    }

    void config(String lines) throws IOException {
        append("config", lines);
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(
                ssh(file), text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    SshHost host() {
        return host(new HostSpec(
                "it",
                "127.0.0.1",
                Optional.of(server.user()),
                OptionalInt.of(server.port()),
                Optional.empty(),
                Optional.empty()));
    }

    SshHost host(HostSpec spec) {
        return new SshHosts(new SshHome(variables, home, "somebody"), person, Duration.ofSeconds(1)).host(spec);
    }

    /** Lets the server's user write there. */
    void open(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that becomes true by itself. */
    interface Condition {
        boolean holds() throws FaultException;
    }

    void until(String what, Condition condition) {
        try {
            Patience.until(LIMIT, what, () -> {
                try {
                    return condition.holds();
                } catch (FaultException e) {
                    throw new IOException(e);
                }
            });
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        lab.close();
    }
}
