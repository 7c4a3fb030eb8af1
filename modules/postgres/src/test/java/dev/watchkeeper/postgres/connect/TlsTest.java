package dev.watchkeeper.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.testing.Authority;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import dev.watchkeeper.postgres.testing.GuardedLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS with certificates of an authority of our own. */
@ExtendWith(LabExtension.class)
class TlsTest {
    private final dev.watchkeeper.lab.postgres.PostgresServer lab;
    private final Path folder;
    private final Entrance trusting;

    TlsTest(SharedLabs labs, @TempDir Path folder) throws SQLException, IOException {
        this.lab = GuardedLab.start(labs);
        this.folder = folder;
        this.trusting = Entrance.to(lab)
                .user("tls")
                .with("sslrootcert", write("root.crt", GuardedLab.authority().certificate()));
    }

    @ParameterizedTest
    @CsvSource({
        "disable, plain, false",
        "allow, plain, false",
        "allow, tls, true",
        "prefer, plain, true",
        "require, tls, true",
        "verify-ca, tls, true",
        "verify-full, tls, true"
    })
    void everySslmodeDoesWhatItSays(String sslmode, String role, boolean encrypted) throws FaultException {
        try (PostgresServer server =
                trusting.user(role).with("sslmode", sslmode).open()) {
            assertThat(server.probe(TlsTest::isEncrypted)).isEqualTo(encrypted);
        }
    }

    @Test
    void aCertificateMadeOutToAnotherName() throws FaultException {
        Entrance byOtherName = trusting.hosts(new HostPort("localhost", lab.port()));
        Fault fault = refusal(byOtherName.with("sslmode", "verify-full"));

        assertThat(fault.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(fault.message()).contains("localhost", "another name");
        assertThat(fault.advice()).contains("verify-ca");
        try (PostgresServer server = byOtherName.with("sslmode", "verify-ca").open()) {
            assertThat(server.probe(TlsTest::isEncrypted)).isTrue();
        }
    }

    @Test
    void anAuthorityThatNobodyKnows() throws IOException, GeneralSecurityException {
        Path strangers = write("stranger.crt", new Authority("Stranger").certificate());
        Fault fault = refusal(trusting.with("sslmode", "verify-full").with("sslrootcert", strangers));

        assertThat(fault.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(fault.message()).contains(lab.host() + ":" + lab.port(), "not trusted");
        assertThat(fault.advice()).contains("sslrootcert");
    }

    @Test
    void aRootCertificateThatIsNotThere() {
        Fault fault = refusal(trusting.with("sslmode", "verify-full").with("sslrootcert", folder.resolve("none.crt")));

        assertThat(fault.kind()).isEqualTo(FaultKind.BAD_INPUT);
        assertThat(fault.message()).contains("none.crt");
    }

    @Test
    void anExpiredCertificate() throws SQLException, IOException, FaultException {
        serve("expired");
        try {
            Fault fault = refusal(trusting.with("sslmode", "verify-full"));

            assertThat(fault.kind()).isEqualTo(FaultKind.DENIED);
            assertThat(fault.message()).contains(lab.host() + ":" + lab.port(), "has expired");
            assertThat(fault.advice()).contains("Renew");
            try (PostgresServer server =
                    trusting.with("sslmode", "require").with("sslrootcert", "").open()) {
                assertThat(server.probe(TlsTest::isEncrypted)).isTrue();
            }
        } finally {
            serve("server");
        }
    }

    @Test
    void aRoleThatProvesItselfByItsCertificate() throws Exception {
        Authority.Issued issued = GuardedLab.authority().client("by_cert");
        Entrance entrance = trusting.user("by_cert").with("sslmode", "verify-full");

        try (PostgresServer server = entrance.with("sslcert", write("client.crt", issued.certificate()))
                .with("sslkey", secret("client.key", issued.key()))
                .open()) {
            assertThat(server.probe(TlsTest::isEncrypted)).isTrue();
        }
        assertThat(refusal(entrance).kind()).isEqualTo(FaultKind.DENIED);
    }

    @Test
    void aPasswordBoundToTheChannel() throws FaultException {
        Entrance entrance = trusting.user("scram").password(GuardedLab.PASSWORD).with("channel_binding", "require");

        try (PostgresServer server = entrance.with("sslmode", "verify-full").open()) {
            assertThat(server.probe(TlsTest::isEncrypted)).isTrue();
        }
        FaultException unbound = Faulty.exceptionOf(() -> {
            try (PostgresServer server = entrance.with("sslmode", "disable").open()) {
                server.probe(TlsTest::isEncrypted);
            }
        });
        assertThat(unbound.fault().kind()).isEqualTo(FaultKind.DENIED);
        assertThat(unbound.fault().message()).containsIgnoringCase("channel");
        assertThat(Faulty.trace(unbound)).doesNotContain(GuardedLab.PASSWORD);
    }

    private Fault refusal(Entrance entrance) {
        try (PostgresServer server = entrance.open()) {
            return Faulty.of(() -> server.probe(TlsTest::isEncrypted));
        }
    }

    /** Lets the server show another certificate to those who come from now on. */
    private void serve(String name) throws SQLException, IOException {
        try (Client superuser = Client.enter(lab)) {
            superuser.does("alter system set ssl_cert_file = '" + name + ".crt'");
            superuser.does("alter system set ssl_key_file = '" + name + ".key'");
            superuser.does("select pg_reload_conf()");
        }
        Patience.until(Duration.ofSeconds(20), "newcomers see the other certificate", () -> {
            try (Client newcomer = Client.enter(lab)) {
                return newcomer.asks("show ssl_key_file").equals(List.of(name + ".key"));
            }
        });
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path secret(String name, String content) throws IOException {
        Path file = write(name, content);
        assertThat(file.toFile().setReadable(false, false)).isTrue();
        assertThat(file.toFile().setReadable(true, true)).isTrue();
        return file;
    }

    private static Boolean isEncrypted(Connected connected) throws SQLException {
        try (Statement statement = connected.jdbc().createStatement();
                ResultSet row = statement.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
