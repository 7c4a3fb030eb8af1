package dev.watchkeeper.hosts.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.lab.process.ServerProcess;
import dev.watchkeeper.lab.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Getting into Debian's OpenSSH. */
@SuppressWarnings("NullAway.Init") // set before each test
class SshKeysTest {
    @TempDir
    private Path folder;

    private SshSetting setting;

    @BeforeEach
    void begin() throws IOException, SQLException {
        setting = new SshSetting(folder);
        setting.trustServer();
    }

    @AfterEach
    void end() throws IOException {
        setting.close();
    }

    private void enters() throws FaultException {
        try (SshHost host = setting.host()) {
            assertThat(host.run(Script.of("echo in")).text()).isEqualTo("in\n");
        }
    }

    private Fault refusal() {
        return refusal(setting.host());
    }

    private static Fault refusal(SshHost closed) {
        try (SshHost host = closed) {
            return catchThrowableOfType(FaultException.class, () -> host.run(Script.of("true")))
                    .fault();
        }
    }

    private SshHost with(Path identity) {
        return setting.host(new HostSpec(
                "it",
                "127.0.0.1",
                Optional.of(setting.server().user()),
                OptionalInt.of(setting.server().port()),
                Optional.of(identity.toString()),
                Optional.empty()));
    }

    @Test
    void takesEveryUsualTypeOfKey() throws IOException, FaultException {
        for (String type : List.of("ed25519", "rsa", "ecdsa")) {
            Path key = setting.key("id_" + type, type, "");
            enters();
            Files.delete(Path.of(key + ".pub"));
            enters(); // the public key is in the private one's file, too
            Files.delete(key);
        }
    }

    @Test
    void asksOnceForThePassphraseOfAKeyThatTheHostWouldTake() throws IOException, FaultException {
        setting.strangeKey("id_ecdsa", "ecdsa", "another");
        setting.key("id_ed25519", "ed25519", "größer als 8");
        setting.person().secrets.addAll(List.of("wrong", "größer als 8"));
        try (SshHost host = setting.host()) {
            host.run(Script.of("true"));
            setting.server().cut();
            assertThat(host.run(Script.of("echo back")).text()).isEqualTo("back\n");
        }
        assertThat(setting.person().asked)
                .containsExactly("passphrase of id_ed25519", "passphrase of id_ed25519 again");
    }

    @Test
    void readsEncryptedKeysOfTheOldFormat() throws IOException, FaultException {
        Path key = setting.key("id_rsa", "rsa", "");
        Tool.run("ssh-keygen", "-q", "-p", "-m", "PEM", "-P", "", "-N", "secret word", "-f", key.toString());
        assertThat(Files.readString(key)).contains("ENCRYPTED");
        setting.person().secrets.add("secret word");
        enters();
    }

    @Test
    void takesTheAgentsKeysAndThePublicKeyOfOneAsItsName() throws Exception {
        for (String type : List.of("ed25519", "rsa", "ecdsa")) {
            try (Agent agent = new Agent()) {
                Path key = setting.key("held_" + type, type, "");
                agent.add(key);
                Files.delete(key);
                enters();
                refusesOthers(agent);
                try (SshHost host = with(Path.of(key + ".pub"))) {
                    assertThat(host.run(Script.of("echo chosen")).text()).isEqualTo("chosen\n");
                }
            }
        }
    }

    /** With {@code IdentitiesOnly} the agent's other keys are left alone. */
    private void refusesOthers(Agent agent) throws IOException {
        assertThat(agent).isNotNull();
        setting.config("IdentitiesOnly yes\n");
        assertThat(refusal().message()).contains("there was no key to show");
        Files.delete(setting.ssh("config"));
    }

    @Test
    void showsACertificateWithItsKey() throws Exception {
        Path authority = setting.strangeKey("authority", "ed25519", "");
        Path key = setting.strangeKey("id_rsa", "rsa", "");
        setting.close();
        setting = new SshSetting(folder, "TrustedUserCAKeys " + folder.resolve("ca.pub"));
        Files.copy(Path.of(authority + ".pub"), folder.resolve("ca.pub"));
        setting.open(folder);
        setting.trustServer();
        assertThat(refusal().kind()).isEqualTo(FaultKind.DENIED);
        Tool.run(
                "ssh-keygen",
                "-q",
                "-s",
                authority.toString(),
                "-I",
                "it",
                "-n",
                setting.server().user(),
                key + ".pub");
        enters();
        try (Agent agent = new Agent()) {
            agent.add(key);
            Files.delete(key);
            enters();
        }
    }

    @Test
    void tellsWhichKeysWereRefused() throws Exception {
        Path stranger = setting.strangeKey("id_ed25519", "ed25519", "");
        Fault refused = refusal();
        assertThat(refused.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(refused.message())
                .contains("does not let " + setting.server().user() + " in", stranger.toString(), "no agent is set");
        assertThat(refused.advice()).contains("It would take publickey");
    }

    @Test
    void tellsOfAnAgentWithoutKeysAndOfOneThatIsGone() throws Exception {
        try (Agent agent = new Agent()) {
            assertThat(agent).isNotNull();
            assertThat(refusal().message()).contains("the agent holds no keys");
        }
        assertThat(refusal().message()).contains("no agent answers at ");
    }

    @Test
    void tellsOfAPassphraseThatNobodyTold() throws IOException {
        setting.key("id_ed25519", "ed25519", "secret");
        assertThat(refusal().message()).contains("would be taken, but nobody told its passphrase");
    }

    @Test
    void tellsOfAKeyFileThatIsMissing() throws IOException {
        Path missing = folder.resolve("nowhere");
        assertThat(refusal(with(missing)).message()).isEqualTo("the key file " + missing + " is missing");
        setting.config("IdentityFile ~/.ssh/gone\n");
        assertThat(refusal().message()).contains(setting.ssh("gone") + " is missing");
    }

    /** OpenSSH closes after six keys. */
    @Test
    void tellsOfTooManyKeys() throws Exception {
        try (Agent agent = new Agent()) {
            for (int i = 0; i < 8; i++) {
                agent.add(setting.strangeKey("stranger" + i, "ed25519", ""));
            }
            Fault refused = refusal();
            assertThat(refused.message()).contains("hung up before it let").contains("agent: stranger0");
            assertThat(refused.advice()).contains("IdentitiesOnly");
            Path right = setting.key("right", "ed25519", "");
            try (SshHost host = with(right)) {
                assertThat(host.run(Script.of("echo first")).text()).isEqualTo("first\n");
            }
        }
    }

    /** An ssh-agent of the test's own. */
    private final class Agent implements AutoCloseable {
        private final ServerProcess process;
        private final Map<String, String> variables;

        Agent() throws IOException, SQLException {
            Path socket = Files.createTempDirectory("wk-agent").resolve("s");
            variables = Map.of("SSH_AUTH_SOCK", socket.toString());
            process = ServerProcess.start(
                    setting.lab(),
                    "agent",
                    List.of("ssh-agent", "-D", "-a", socket.toString()),
                    folder.resolve("agent.log"));
            setting.until("the agent listens", () -> Files.exists(socket));
            setting.variables().putAll(variables);
        }

        void add(Path key) throws IOException {
            Tool.run(variables, "ssh-add", "-q", key.toString());
        }

        @Override
        public void close() throws IOException {
            process.kill();
        }
    }
}
