package dev.watchkeeper.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.hosts.ssh.SshHome;
import dev.watchkeeper.hosts.ssh.SshHost;
import dev.watchkeeper.hosts.ssh.SshHosts;
import dev.watchkeeper.hosts.ssh.SshPerson;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.lab.host.LabHost;
import dev.watchkeeper.lab.process.FreePorts;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.GuardedLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL through a host. */
@ExtendWith(LabExtension.class)
class TunnelTest {
    private final dev.watchkeeper.lab.postgres.PostgresServer lab;
    private final LabHost machine;
    private final SshHost host;
    private final Entrance verified;

    TunnelTest(SharedLabs labs, @TempDir Path folder) throws SQLException, IOException {
        this.lab = GuardedLab.start(labs);
        this.machine = LabHost.start(folder.resolve("host"), new FreePorts());
        this.host = new SshHosts(new SshHome(Map.of(), folder, "somebody"), SshPerson.nobody())
                .host(machine.spec("bastion"));
        Path root = Files.writeString(
                folder.resolve("root.crt"), GuardedLab.authority().certificate());
        this.verified = Entrance.to(lab).user("tls").with("sslrootcert", root).with("sslmode", "verify-full");
    }

    @AfterEach
    void end() {
        host.close();
        machine.close();
    }

    private PostgresServer through(Entrance entrance) {
        return new PostgresServer(entrance.target(), Passwords.none(), placement -> host);
    }

    private static String tls(Connected connected) throws SQLException {
        try (Statement statement = connected.jdbc().createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            result.next();
            return result.getString(1);
        }
    }

    /** Both are this machine, and the tunnel begins on 127.0.0.1: only the name that was meant tells them apart. */
    @Test
    void verifiesTheNameOfTheServerNotOfTheTunnel() throws FaultException {
        try (PostgresServer server = through(verified)) {
            assertThat(server.probe(TunnelTest::tls)).startsWith("TLS");
        }
        try (PostgresServer server = through(verified.hosts(new HostPort("localhost", lab.port())))) {
            Fault fault = catchThrowableOfType(FaultException.class, () -> server.probe(TunnelTest::tls))
                    .fault();
            assertThat(fault.message()).contains("localhost", "another name");
        }
    }

    @Test
    void comesBackAfterItWasCut() throws FaultException {
        try (PostgresServer server = through(verified)) {
            server.probe(TunnelTest::tls);
            machine.cut();
            assertThat(server.probe(TunnelTest::tls)).startsWith("TLS");
        }
    }

    @Test
    void cancelsThroughTheTunnelToo() throws FaultException, SQLException {
        try (PostgresServer server = through(verified);
                Connection session = server.enter("tunnel test").jdbc();
                Statement statement = session.createStatement()) {
            CompletableFuture<String> ended = CompletableFuture.supplyAsync(() -> {
                try {
                    statement.execute("SELECT pg_sleep(600)");
                    return "it slept";
                } catch (SQLException e) {
                    return e.getSQLState();
                }
            });
            while (!ended.isDone()) {
                statement.cancel();
                LockSupport.parkNanos(20_000_000);
            }
            assertThat(ended.join()).isEqualTo("57014");
        }
    }

    @Test
    void saysThatTheHostIsGone() {
        machine.close();
        try (PostgresServer server = through(verified)) {
            Fault fault = catchThrowableOfType(FaultException.class, () -> server.probe(TunnelTest::tls))
                    .fault();
            assertThat(fault.kind()).isEqualTo(FaultKind.UNREACHABLE);
            assertThat(fault.message()).contains("can't be reached over SSH");
        }
    }
}
