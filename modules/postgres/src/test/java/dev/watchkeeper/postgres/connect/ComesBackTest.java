package dev.watchkeeper.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.postgres.locks.LocksProbe;
import dev.watchkeeper.postgres.sessions.SessionsProbe;
import dev.watchkeeper.postgres.testing.Asks;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Servers that go away and come back, on labs of this test's own. */
class ComesBackTest {
    @Test
    void aServerThatWasKilledInTheMiddleOfAPollIsReadAgainAsSoonAsItIsBack() throws Exception {
        try (Lab lab = Lab.start(LabPlan.primaryOnly(LabPlan.NEWEST));
                PostgresServer server = Entrance.to(lab.primary()).open()) {
            SessionsProbe sessions = new SessionsProbe(server);
            LocksProbe locks = new LocksProbe(server);
            sessions.read();
            locks.read();
            CompletableFuture<Fault> broken = inTheMiddleOfAPoll(lab, server);

            lab.primary().kill();

            assertThat(broken.get(30, TimeUnit.SECONDS).kind()).isEqualTo(FaultKind.UNREACHABLE);
            Fault gone = firstFault(sessions);
            assertThat(gone.kind()).isEqualTo(FaultKind.UNREACHABLE);
            assertThat(gone.message())
                    .contains(lab.primary().host() + ":" + lab.primary().port());

            lab.primary().start();

            assertThat(sessions.read().value().sessions()).isNotEmpty();
            assertThat(locks.read().value().isEmpty()).isTrue();
            lab.primary().restart();
            assertThat(server.look(Asks.one("select 1")))
                    .as("a restart between two questions is not even noticed")
                    .isEqualTo("1");
            assertThat(sessions.read().value().sessions()).isNotEmpty();
        }
    }

    private static CompletableFuture<Fault> inTheMiddleOfAPoll(Lab lab, PostgresServer server) throws Exception {
        CompletableFuture<Fault> broken = CompletableFuture.supplyAsync(
                () -> Faulty.of(() -> server.probe(Asks.one("select pg_sleep(9)"))), Thread.ofVirtual()::start);
        try (Client observer = Client.enter(lab.primary())) {
            observer.until(
                    "the probe is under way",
                    "select count(*) = 1 from pg_stat_activity where application_name = 'watchkeeper' and wait_event = 'PgSleep'");
        }
        return broken;
    }

    @Test
    void afterAFailoverTheNewPrimaryIsFound() throws Exception {
        try (Lab lab = Lab.start(LabPlan.topology(LabPlan.NEWEST))) {
            var primary = lab.primary();
            var standby = lab.server(MemberRole.SYNCHRONOUS_STANDBY);
            HostPort one = new HostPort(primary.host(), primary.port());
            HostPort other = new HostPort(standby.host(), standby.port());
            Entrance both = Entrance.to(primary).hosts(one, other).with("target_session_attrs", "primary");
            try (PostgresServer server = both.open()) {
                SessionsProbe sessions = new SessionsProbe(server);
                assertThat(sessions.read().value().vitals().standby()).isFalse();
                assertThat(host(server)).isEqualTo(one);

                primary.kill();

                Fault nobody = firstFault(sessions);
                assertThat(nobody.kind()).isEqualTo(FaultKind.UNREACHABLE);
                assertThat(nobody.message()).contains(one.toString(), other.toString(), "target_session_attrs=primary");

                standby.promote();

                assertThat(sessions.read().value().vitals().standby()).isFalse();
                assertThat(host(server)).isEqualTo(other);
                assertThat(server.act(Connected::host))
                        .as("actions go there too")
                        .isEqualTo(other);
            }
        }
    }

    /** Sessions outlive their postmaster by a moment, and answer in it. */
    private static Fault firstFault(SessionsProbe sessions) throws Exception {
        AtomicReference<@Nullable Fault> fault = new AtomicReference<>();
        Patience.until(Duration.ofSeconds(30), "the killed server does not answer", () -> {
            try {
                sessions.read();
                return false;
            } catch (FaultException e) {
                fault.set(e.fault());
                return true;
            }
        });
        return Objects.requireNonNull(fault.get());
    }

    private static HostPort host(PostgresServer server) throws FaultException {
        return server.probe(Connected::host);
    }
}
