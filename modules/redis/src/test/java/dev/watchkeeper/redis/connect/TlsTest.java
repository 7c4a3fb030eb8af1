package dev.watchkeeper.redis.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.testing.Authority;
import dev.watchkeeper.redis.testing.Faulty;
import dev.watchkeeper.redis.testing.OwnRedis;
import dev.watchkeeper.redis.testing.RedisField;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

/** TLS with certificates of an authority of our own; the lab's Redis has none, Debian's has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("dev.watchkeeper.redis.testing.RedisField#hasDebian")
class TlsTest {
    private RedisField field;
    private OwnRedis plain;
    private OwnRedis secured;
    private OwnRedis mutual;
    private String root;
    private String clientCertificate;
    private String clientKey;

    @BeforeAll
    void start() throws IOException, GeneralSecurityException {
        field = RedisField.ofDebian();
        Authority authority = new Authority("Watchkeeper's test");
        Authority.Issued server = authority.server("127.0.0.1");
        Authority.Issued client = authority.client("dba");
        root = write("root.crt", authority.certificate());
        clientCertificate = write("client.crt", client.certificate());
        clientKey = write("client.key", client.key());
        String[] settings = {
            "tls-port",
            "tls-cert-file " + write("server.crt", server.certificate()),
            "tls-key-file " + write("server.key", server.key()),
            "tls-ca-cert-file " + root,
            "tls-auth-clients no"
        };
        plain = field.server("plain");
        secured = field.server("secured", settings);
        settings[4] = "tls-auth-clients yes";
        mutual = field.server("mutual", settings);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(field.path().resolve(name), text).toString();
    }

    @AfterAll
    void stop() throws IOException {
        field.close();
    }

    @Test
    void verifiedByTheAuthorityThatIsNamed() throws FaultException {
        assertThat(ping(secured.target(Engine.REDIS, "default", "tls", "true", "sslrootcert", root)))
                .isEqualTo("PONG");
        assertThat(ping(secured.target(Engine.REDIS, "default", "tls", "true", "sslmode", "require")))
                .isEqualTo("PONG");
        try (RedisServer server = new RedisServer(
                        secured.target(Engine.REDIS, "default", "tls", "true", "sslrootcert", root), Passwords.none());
                RespLine line = server.line(Duration.ofSeconds(10))) {
            assertThat(line.ask("PING").text()).isEqualTo("PONG");
        }
    }

    @Test
    void anAuthorityThatNobodyKnows() {
        Fault fault = refusal(secured.target(Engine.REDIS, "default", "tls", "true"));

        assertThat(fault.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(fault.sentence()).contains("not trusted", "sslrootcert");
    }

    @Test
    void aClientThatProvesItself() throws FaultException {
        Target proven = mutual.target(
                Engine.REDIS,
                "default",
                "tls",
                "true",
                "sslrootcert",
                root,
                "sslcert",
                clientCertificate,
                "sslkey",
                clientKey);
        assertThat(ping(proven)).isEqualTo("PONG");
        Fault fault = refusal(mutual.target(Engine.REDIS, "default", "tls", "true", "sslrootcert", root));
        assertThat(fault.advice()).contains("sslcert");
    }

    @Test
    void plainWhereTlsIsSpokenAndTheOtherWayRound() {
        assertThat(refusal(secured.target()).advice()).contains("rediss://");
        assertThat(refusal(plain.target(Engine.REDIS, "default", "tls", "true", "sslrootcert", root))
                        .advice())
                .contains("redis://");
    }

    private static Fault refusal(Target target) {
        return Faulty.of(() -> ping(target));
    }

    private static String ping(Target target) throws FaultException {
        try (RedisServer server = new RedisServer(target, Passwords.none())) {
            server.probeTimeout(Duration.ofSeconds(1));
            return server.probe(connected -> connected.ask("PING")).text();
        }
    }
}
