package dev.watchkeeper.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.lab.process.FreePorts;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.sessions.SessionsProbe;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.FakeServer;
import dev.watchkeeper.postgres.testing.Faulty;
import dev.watchkeeper.postgres.testing.GuardedLab;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way not to get in has its kind, names the host, and says what to try. */
@ExtendWith(LabExtension.class)
class RefusedTest {
    private final Entrance guarded;
    private final Entrance withoutTls;

    RefusedTest(SharedLabs labs) throws SQLException, IOException {
        this.guarded = Entrance.to(GuardedLab.start(labs));
        this.withoutTls = Entrance.to(labs.primary());
    }

    @Test
    void aWrongPassword() {
        Fault fault = refusal(guarded.user("scram").password("Tr0ub4dor&3"), FaultKind.DENIED);

        assertThat(fault.message()).contains("does not accept the password of scram");
        assertThat(fault.advice()).contains(".pgpass");
    }

    @Test
    void noPassword() {
        Fault fault = refusal(guarded.user("scram"), FaultKind.DENIED);

        assertThat(fault.message()).contains("wants a password for scram");
        assertThat(fault.advice()).contains("~/.pgpass");
    }

    @Test
    void noLineInPgHba() {
        Fault fault = refusal(guarded.user("nobody"), FaultKind.DENIED);

        assertThat(fault.message()).contains("no pg_hba.conf entry", "nobody");
        assertThat(fault.advice()).contains("pg_hba.conf");
    }

    @Test
    void tlsIsDemandedAndNotWanted() {
        Fault fault = refusal(guarded.user("tls").with("sslmode", "disable"), FaultKind.DENIED);

        assertThat(fault.advice()).contains("sslmode");
    }

    @Test
    void tlsIsWantedAndNotOffered() {
        Fault fault = refusal(withoutTls.with("sslmode", "require"), FaultKind.DENIED);

        assertThat(fault.message()).contains("does not offer TLS", "sslmode=require");
        assertThat(fault.advice()).contains("sslmode");
    }

    @Test
    void anUnknownRole() {
        Fault fault = refusal(guarded.user("ghost"), FaultKind.DENIED);

        assertThat(fault.message()).contains("ghost");
    }

    @Test
    void anUnknownDatabase() {
        Fault fault = refusal(guarded.database("shpo"), FaultKind.DENIED);

        assertThat(fault.message()).contains("no database called shpo");
    }

    @Test
    void allConnectionsAreTaken() {
        Fault fault = refusal(guarded.user("crowded"), FaultKind.UNREACHABLE);

        assertThat(fault.message()).contains("too many connections");
        assertThat(fault.advice()).contains("connections are taken");
    }

    @Test
    void anUnknownHost() {
        Fault fault = refusal(Entrance.at(new HostPort("pg-bill-1.invalid", 5432)), FaultKind.UNREACHABLE);

        assertThat(fault.advice()).contains("spelling");
    }

    @Test
    void aPortWhereNobodyListens() throws IOException {
        HostPort nobody = new HostPort("127.0.0.1", new FreePorts().next());
        Fault fault = refusal(Entrance.at(nobody), FaultKind.UNREACHABLE);

        assertThat(fault.message()).contains("refuses the connection");
        assertThat(fault.advice()).contains("port");
    }

    @Test
    void anIpv6AddressIsTakenAsOne() throws IOException {
        HostPort nobody = new HostPort("::1", new FreePorts().next());
        Fault fault = refusal(Entrance.at(nobody), FaultKind.UNREACHABLE);

        assertThat(fault.message()).startsWith("[::1]:" + nobody.port() + " ");
    }

    @Test
    void aHostThatNeverAnswers() throws IOException {
        try (FakeServer silent = FakeServer.silent();
                PostgresServer server = at(silent).open()) {
            server.probeTimeout(Duration.ofSeconds(1));
            Fault fault = Faulty.of(() -> new SessionsProbe(server).read());

            assertThat(fault.kind()).isEqualTo(FaultKind.UNREACHABLE);
            assertThat(fault.message()).contains("127.0.0.1:" + silent.port()).contains("does not answer");
            assertThat(fault.advice()).contains("firewall");
        }
    }

    @ParameterizedTest
    @CsvSource({"9.6.24, 9.6.24", "13.23 (Debian 13.23-0+deb11u1), 13.23"})
    void aServerThatIsTooOld(String says, String version) throws IOException {
        try (FakeServer old = FakeServer.ofVersion(says)) {
            Fault fault = refusal(at(old), FaultKind.UNSUPPORTED);

            assertThat(fault.message()).contains("runs PostgreSQL " + version);
            assertThat(fault.advice()).contains("PostgreSQL 14");
        }
    }

    @Test
    void aFolderWithoutASocket() {
        Fault fault = refusal(Entrance.at(new HostPort("/nowhere", 5432)), FaultKind.UNREACHABLE);

        assertThat(fault.message()).contains("/nowhere/.s.PGSQL.5432");
    }

    @Test
    void whatTheDriverCanNotProtectIsNotLeftOutInSilence() {
        Fault fault = refusal(guarded.with("sslcrl", "/etc/ssl/revoked.pem"), FaultKind.BAD_INPUT);

        assertThat(fault.message()).contains("sslcrl");
    }

    @ParameterizedTest
    @CsvSource({"target_session_attrs, master", "connect_timeout, soon", "sslmode, maybe", "channel_binding, yes"})
    void parametersThatMakeNoSense(String parameter, String value) {
        Fault fault = refusal(guarded.with(parameter, value), FaultKind.BAD_INPUT);

        assertThat(fault.message()).contains(parameter, value);
        assertThat(fault.advice()).isNotEmpty();
    }

    private static Entrance at(FakeServer server) {
        return Entrance.at(new HostPort("127.0.0.1", server.port()));
    }

    /** How the probe and an action fail, alike, and without telling the password. */
    private static Fault refusal(Entrance entrance, FaultKind kind) {
        try (PostgresServer server = entrance.open()) {
            FaultException refused = Faulty.exceptionOf(() -> new SessionsProbe(server).read());
            Fault fault = refused.fault();
            assertThat(fault.kind()).as(fault.sentence()).isEqualTo(kind);
            if (kind != FaultKind.BAD_INPUT) {
                assertThat(fault.message()).contains(entrance.hosts().getFirst().host());
            }
            entrance.password()
                    .ifPresent(password -> assertThat(Faulty.trace(refused)).doesNotContain(password.reveal()));
            assertThat(Faulty.of(() -> server.act(connected -> 1))).isEqualTo(fault);
            return fault;
        }
    }
}
