package dev.watchkeeper.hosts.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.HostSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last resort. OpenSSH asks PAM, which only root may, so another server asks here. */
class TypedSecretsTest {
    @TempDir
    private Path folder;

    private static SshServer server(UserAuthFactory way) throws IOException, GeneralSecurityException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(
                KeyPairProvider.wrap(KeyPairGenerator.getInstance("EC").generateKeyPair()));
        server.setUserAuthFactories(List.of(way));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("ada") && password.equals("größer"));
        server.setCommandFactory(
                (channel, command) -> new ProcessShellFactory(command, "/bin/sh", "-c", command).createShell(channel));
        server.start();
        return server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "keyboard-interactive"})
    void isAskedForUntilItIsRightAndThenRemembered(String way)
            throws IOException, GeneralSecurityException, FaultException {
        UserAuthFactory factory =
                way.equals("password") ? UserAuthPasswordFactory.INSTANCE : UserAuthKeyboardInteractiveFactory.INSTANCE;
        TestPerson person = new TestPerson();
        person.trusting = true;
        person.secrets.addAll(List.of("wrong", "größer"));
        try (SshServer server = server(factory);
                SshHost host = new SshHosts(new SshHome(Map.of(), folder, "somebody"), person)
                        .host(new HostSpec(
                                "it",
                                "127.0.0.1",
                                Optional.of("ada"),
                                OptionalInt.of(server.getPort()),
                                Optional.empty(),
                                Optional.empty()))) {
            assertThat(host.run(Script.of("echo in")).text()).isEqualTo("in\n");
            assertThat(person.asked).hasSize(3); // whether it is the host, and twice for the secret
            server.getActiveSessions().forEach(session -> session.close(true));
            assertThat(host.run(Script.of("echo back")).text()).isEqualTo("back\n");
            assertThat(person.asked).hasSize(3);
        }
    }

    @Test
    void isNotGuessed() throws IOException, GeneralSecurityException {
        TestPerson person = new TestPerson();
        person.trusting = true;
        try (SshServer server = server(UserAuthPasswordFactory.INSTANCE);
                SshHost host = new SshHosts(new SshHome(Map.of(), folder, "somebody"), person)
                        .host(new HostSpec(
                                "it",
                                "127.0.0.1",
                                Optional.of("ada"),
                                OptionalInt.of(server.getPort()),
                                Optional.empty(),
                                Optional.empty()))) {
            FaultException refused = catchThrowableOfType(FaultException.class, () -> host.run(Script.of("true")));
            assertThat(refused.fault().kind()).isEqualTo(FaultKind.DENIED);
            assertThat(refused.fault().advice()).contains("It would take password");
        }
    }
}
