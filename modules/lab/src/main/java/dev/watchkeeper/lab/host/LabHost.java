package dev.watchkeeper.lab.host;

import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.lab.process.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;

/**
 * A machine that is this one, reached over SSH: commands run as the user of this process, in a home folder of their own. It
 * needs nothing that is installed, and lets in whoever has the key that is made with it.
 */
public final class LabHost implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";
    private static final String USER = "lab";
    private static final int TRIES = 5;

    private final SshServer server;
    private final Path folder;

    private LabHost(SshServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /**
     * Starts it.
     *
     * @param folder that is made for its keys and its home
     */
    public static LabHost start(Path folder, FreePorts ports) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        try {
            KeyPair own = pair();
            KeyPair guest = pair();
            SshServer server = server(own, guest, folder.resolve("home"));
            listen(server, ports);
            writePrivate(folder.resolve("id_ecdsa"), guest);
            writeKnown(folder.resolve("known_hosts"), own, server.getPort());
            return new LabHost(server, folder);
        } catch (GeneralSecurityException e) {
            throw new IOException("the lab's host gets no keys", e);
        }
    }

    /** As it stands in {@code hosts:}. */
    public HostSpec spec(String name) {
        return new HostSpec(
                name,
                ADDRESS,
                Optional.of(USER),
                OptionalInt.of(server.getPort()),
                Optional.of(folder.resolve("id_ecdsa").toString()),
                Optional.of(folder.resolve("known_hosts").toString()));
    }

    /** The same as a person writes it, two spaces in. */
    public String yaml(String name) {
        return """
                  - name: %s
                    address: %s
                    port: %d
                    user: %s
                    identity: %s
                    known_hosts: %s
                """.formatted(
                name, ADDRESS, server.getPort(), USER, folder.resolve("id_ecdsa"), folder.resolve("known_hosts"));
    }

    /** How one gets there with ssh itself. */
    public String command() {
        return "ssh -i %s -o UserKnownHostsFile=%s -p %d %s@%s"
                .formatted(folder.resolve("id_ecdsa"), folder.resolve("known_hosts"), server.getPort(), USER, ADDRESS);
    }

    private static SshServer server(KeyPair own, KeyPair guest, Path home) {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(ADDRESS);
        server.setKeyPairProvider(KeyPairProvider.wrap(own));
        server.setPublickeyAuthenticator(
                (user, key, session) -> USER.equals(user) && KeyUtils.compareKeys(key, guest.getPublic()));
        server.setCommandFactory((channel, command) -> new ShellCommand(command, home));
        server.setForwardingFilter(new LoopbackOnly());
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
        return server;
    }

    private static void listen(SshServer server, FreePorts ports) throws IOException {
        for (int attempt = 1; ; attempt++) {
            server.setPort(ports.next());
            try {
                server.start();
                return;
            } catch (IOException taken) {
                if (attempt == TRIES) {
                    throw taken;
                }
            }
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static void writePrivate(Path file, KeyPair key) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "lab", null, text);
        Files.write(file, text.toByteArray());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void writeKnown(Path file, KeyPair key, int port) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePublicKey(key.getPublic(), "lab", text);
        String line = text.toString(StandardCharsets.UTF_8).strip();
        Files.writeString(file, "[%s]:%d %s\n".formatted(ADDRESS, port, line), StandardCharsets.UTF_8);
    }

    /** Cuts all connections; what runs on them ends. */
    public void cut() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            // it is gone, which is what was wanted
            return;
        }
    }
}
