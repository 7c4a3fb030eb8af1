package dev.watchkeeper.hosts.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.lab.debian.SshdServer;
import dev.watchkeeper.lab.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the host is the one that is known, held against Debian's OpenSSH and what its tools print. */
@SuppressWarnings("NullAway.Init") // set before each test
class KnownHostsTest {
    @TempDir
    private Path folder;

    private SshSetting setting;

    @BeforeEach
    void begin() throws IOException, SQLException {
        setting = new SshSetting(folder);
        setting.key("id_ed25519", "ed25519", "");
    }

    @AfterEach
    void end() throws IOException {
        setting.close();
    }

    private void enters() throws FaultException {
        try (SshHost host = setting.host()) {
            host.run(Script.of("true"));
        }
    }

    private Fault refusal() {
        try (SshHost host = setting.host()) {
            return catchThrowableOfType(FaultException.class, () -> host.run(Script.of("true")))
                    .fault();
        }
    }

    private String fingerprint(String type) throws IOException {
        return fingerprint(setting.server().hostKey(type));
    }

    private static String fingerprint(Path key) throws IOException {
        return Tool.run("ssh-keygen", "-l", "-f", key.toString()).split(" ", -1)[1];
    }

    private String keyOf(String type) throws IOException {
        return Files.readString(setting.server().hostKey(type));
    }

    @Test
    void whoSaysNoIsLeftInPeaceThoughSeveralPartsOfAWindowAsk() {
        try (SshHost host = setting.host()) {
            for (int i = 0; i < 3; i++) {
                FaultException refused = catchThrowableOfType(FaultException.class, () -> host.run(Script.of("true")));
                assertThat(refused.fault().kind()).isEqualTo(FaultKind.DENIED);
                assertThat(refused.fault().message()).contains("SHA256:");
            }
        }
        assertThat(setting.person().asked).hasSize(1);
    }

    @Test
    void asksOnceForAHostThatNobodyKnows() throws IOException, FaultException {
        setting.person().trusting = true;
        enters();
        enters();
        assertThat(setting.person().asked)
                .containsExactly(
                        "it (127.0.0.1) port " + setting.server().port() + " ED25519 " + fingerprint("ed25519"));
        assertThat(Tool.run(
                        "ssh-keygen",
                        "-F",
                        "[127.0.0.1]:" + setting.server().port(),
                        "-f",
                        setting.ssh("known_hosts").toString()))
                .contains(keyOf("ed25519").split(" ", -1)[1]);
    }

    @Test
    void writesHashedNamesWhereTheyAreWanted() throws IOException, FaultException {
        setting.config("HashKnownHosts yes\nStrictHostKeyChecking accept-new\n");
        enters();
        assertThat(Files.readString(setting.ssh("known_hosts"))).startsWith("|1|");
        assertThat(Tool.run(
                        "ssh-keygen",
                        "-F",
                        "[127.0.0.1]:" + setting.server().port(),
                        "-f",
                        setting.ssh("known_hosts").toString()))
                .contains("found: line 1");
        enters();
        assertThat(setting.person().asked).isEmpty();
    }

    @Test
    void showsTheFingerprintWhenThereIsNobodyToAsk() throws IOException {
        Fault refused = refusal();
        assertThat(refused.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(refused.message()).contains("not known yet").contains(fingerprint("ed25519"));
        assertThat(setting.ssh("known_hosts")).doesNotExist();
        setting.config("StrictHostKeyChecking yes\n");
        setting.person().trusting = true;
        assertThat(refusal().message()).contains(fingerprint("ed25519"));
    }

    @Test
    void refusesAKeyThatHasChangedWhateverIsSet() throws IOException, SQLException, FaultException {
        setting.trustServer();
        enters();
        String before = fingerprint("ed25519");
        setting.server().stop();
        setting.server().newHostKey("ed25519");
        setting.server().again();
        setting.config("StrictHostKeyChecking no\n");
        setting.person().trusting = true;
        Fault refused = refusal();
        assertThat(refused.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(refused.message()).contains("has changed", before, fingerprint("ed25519"));
        assertThat(refused.advice()).contains(setting.ssh("known_hosts") + " line 1");
        assertThat(setting.person().asked).isEmpty();
    }

    /** Else a host that is known by its RSA key would look like a stranger. */
    @Test
    void asksTheHostForTheKeyByWhichItIsKnown() throws IOException, FaultException {
        for (String type : new String[] {"rsa", "ecdsa"}) {
            Files.deleteIfExists(setting.ssh("known_hosts"));
            setting.trust(setting.server().port(), keyOf(type));
            enters();
        }
    }

    @Test
    void findsHashedNamesThatSshKeygenMade() throws IOException, FaultException {
        setting.trustServer();
        Tool.run("ssh-keygen", "-q", "-H", "-f", setting.ssh("known_hosts").toString());
        assertThat(Files.readString(setting.ssh("known_hosts")))
                .startsWith("|1|")
                .doesNotContain("127.0.0.1");
        enters();
    }

    @Test
    void readsListsPatternsAndNegations() throws IOException, FaultException {
        String key = keyOf("ed25519");
        int port = setting.server().port();
        setting.known("# a comment\n\nbroken line\nother,[127.0.0.*]:" + port + " " + key);
        enters();
        Files.delete(setting.ssh("known_hosts"));
        setting.known("[127.0.0.*]:*,![127.0.0.1]:" + port + " " + key);
        assertThat(refusal().message()).contains("not known yet");
        Files.delete(setting.ssh("known_hosts"));
        setting.known("127.0.0.1 " + key); // without a port, as ssh finds it too
        enters();
    }

    @Test
    void refusesARevokedKey() throws IOException {
        setting.trustServer();
        setting.known("@revoked * " + keyOf("ed25519"));
        Fault refused = refusal();
        assertThat(refused.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(refused.message()).contains("revoked").contains(fingerprint("ed25519"));
        assertThat(refused.advice()).contains("line 2");
    }

    @Test
    void doesNotTakeAnAuthorityForTheHostsKey() throws IOException {
        setting.known("@cert-authority * " + keyOf("ed25519"));
        Fault refused = refusal();
        assertThat(refused.message()).contains("not known yet");
        assertThat(refused.advice()).contains("certificate authority");
    }

    @Test
    void goesOverJumpHostsAndChecksEachOfThem() throws IOException, SQLException, FaultException {
        try (SshdServer jump = SshdServer.start(setting.lab())) {
            jump.authorize(setting.ssh("id_ed25519.pub"));
            setting.trustServer();
            setting.config("""
                    Host inside
                      HostName 127.0.0.1
                      Port %d
                      ProxyJump jump
                    Host jump
                      HostName 127.0.0.1
                      Port %d
                    Host *
                      User %s
                    """.formatted(setting.server().port(), jump.port(), jump.user()));
            try (SshHost host = setting.host(HostSpec.named("inside"))) {
                Fault unknown = catchThrowableOfType(FaultException.class, () -> host.run(Script.of("true")))
                        .fault();
                assertThat(unknown.message())
                        .startsWith("jump (127.0.0.1) port " + jump.port())
                        .contains(fingerprint(jump.hostKey("ed25519")));
                setting.trust(jump.port(), Files.readString(jump.hostKey("ed25519")));
                assertThat(host.run(Script.of("echo $SSH_CONNECTION")).text())
                        .endsWith(" " + setting.server().port() + "\n");
                jump.cut();
                assertThat(host.run(Script.of("echo again")).text()).isEqualTo("again\n");

                setting.server().stop();
                Fault behind = catchThrowableOfType(FaultException.class, () -> host.run(Script.of("true")))
                        .fault();
                assertThat(behind.message()).startsWith("inside").contains("from the jump host before it", "refused");
                jump.stop();
                Fault down = catchThrowableOfType(FaultException.class, () -> host.run(Script.of("true")))
                        .fault();
                assertThat(down.kind()).isEqualTo(FaultKind.UNREACHABLE);
                assertThat(down.message()).startsWith("the jump host jump").contains("nobody listens");
            }
        }
    }
}
