package dev.watchkeeper.postgres.connect;

import static dev.watchkeeper.postgres.testing.Asks.one;
import static dev.watchkeeper.postgres.testing.Asks.pid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console's two connections to a target: how long they live, and what they don't do to one another. */
@ExtendWith(LabExtension.class)
class ConnectionsTest {
    private final dev.watchkeeper.lab.postgres.PostgresServer lab;

    ConnectionsTest(SharedLabs labs) {
        this.lab = labs.primary();
    }

    @Test
    void aProbeThatTakesTooLongIsEndedByTheServer() throws FaultException {
        try (PostgresServer server = Entrance.to(lab).open()) {
            server.probeTimeout(Duration.ofMillis(200));
            String before = server.probe(pid());

            Fault fault = Faulty.of(() -> server.probe(one("select pg_sleep(60)")));

            assertThat(fault.kind()).isEqualTo(FaultKind.TIMEOUT);
            assertThat(fault.message()).contains("127.0.0.1:" + lab.port(), "statement timeout");
            assertThat(server.probe(pid())).as("the connection stays").isEqualTo(before);
        }
    }

    @Test
    void aNewTimeoutCountsFromTheNextQuestionOn() throws FaultException {
        try (PostgresServer server = Entrance.to(lab).open()) {
            server.probeTimeout(Duration.ofMillis(1500));
            assertThat(server.probe(one("show statement_timeout"))).isEqualTo("1500ms");
            server.probeTimeout(Duration.ofMillis(700));
            assertThat(server.probe(one("show statement_timeout"))).isEqualTo("700ms");
        }
    }

    @Test
    void aStuckProbeDoesNotKeepAnActionFromRunning() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        try (PostgresServer server = Entrance.to(lab).open()) {
            CompletableFuture<String> probe = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return server.probe(connected -> {
                                stuck.countDown();
                                return waitFor(free) ? "free" : "stuck";
                            });
                        } catch (FaultException e) {
                            return e.fault().sentence();
                        }
                    },
                    Thread.ofVirtual()::start);
            assertThat(stuck.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(server.act(one("select 'acted'"))).isEqualTo("acted");

            free.countDown();
            assertThat(probe.get(30, TimeUnit.SECONDS)).isEqualTo("free");
        }
    }

    @Test
    void connectionsThatNobodyUsesAreClosed() throws FaultException, SQLException, IOException {
        PoolSize hasty = new PoolSize(Duration.ofMillis(300), Duration.ZERO);
        try (PostgresServer server = Entrance.to(lab).pool(hasty).open();
                Client observer = Client.enter(lab)) {
            String probes = server.probe(pid());
            String actions = server.act(pid());
            assertThat(probes).isNotEqualTo(actions);

            observer.until(
                    "the server sees neither any more",
                    "select count(*) = 0 from pg_stat_activity where pid in (%s, %s)".formatted(probes, actions));
            assertThat(server.probe(one("select 'again'"))).isEqualTo("again");
            assertThat(server.act(one("select 'again'"))).isEqualTo("again");
        }
    }

    @Test
    void aConnectionIsReplacedWhenItIsOld() throws FaultException {
        PoolSize shortLived = new PoolSize(Duration.ZERO, Duration.ofNanos(1));
        try (PostgresServer server = Entrance.to(lab).pool(shortLived).open()) {
            assertThat(server.probe(pid())).isNotEqualTo(server.probe(pid()));
        }
        try (PostgresServer server = Entrance.to(lab).open()) {
            assertThat(server.probe(pid())).isEqualTo(server.probe(pid()));
        }
    }

    @Test
    void aConnectionThatTheServerEndedIsReplacedInSilence() throws FaultException, SQLException, IOException {
        try (PostgresServer server = Entrance.to(lab).open();
                Client observer = Client.enter(lab)) {
            String terminated = server.probe(pid());
            String idled = server.look(one("select set_config('idle_session_timeout', '1ms', false)"));
            assertThat(idled).isEqualTo("1ms");
            observer.does("select pg_terminate_backend(" + terminated + ")");
            observer.until(
                    "both are gone",
                    "select count(*) = 0 from pg_stat_activity where application_name = 'watchkeeper'");

            assertThat(server.probe(one("select 'again'"))).isEqualTo("again");
            assertThat(server.look(one("select 'again'"))).isEqualTo("again");
        }
    }

    @Test
    void whatIsClosedStaysClosed() throws FaultException, SQLException, IOException {
        PostgresServer server = Entrance.to(lab).open();
        String probes = server.probe(pid());
        server.close();

        assertThat(Faulty.of(() -> server.probe(pid())).message()).contains("billing", "closed");
        assertThat(Faulty.of(() -> server.act(pid())).message()).contains("billing", "closed");
        try (Client observer = Client.enter(lab)) {
            observer.until("the server has seen it", "select count(*) = 0 from pg_stat_activity where pid = " + probes);
        }
    }

    @Test
    void closingBreaksOffWhatIsUnderWay() throws Exception {
        try (PostgresServer server = Entrance.to(lab).open();
                Client observer = Client.enter(lab)) {
            CompletableFuture<Fault> broken = CompletableFuture.supplyAsync(
                    () -> Faulty.of(() -> server.probe(one("select pg_sleep(9)"))), Thread.ofVirtual()::start);
            observer.until(
                    "it is under way",
                    "select count(*) = 1 from pg_stat_activity where application_name = 'watchkeeper' and wait_event = 'PgSleep'");

            server.close();

            assertThat(broken.get(30, TimeUnit.SECONDS).kind()).isEqualTo(FaultKind.UNREACHABLE);
        }
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
