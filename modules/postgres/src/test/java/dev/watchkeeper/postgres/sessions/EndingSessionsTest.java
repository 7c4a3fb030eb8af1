package dev.watchkeeper.postgres.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.kernel.action.AuditEntry;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import dev.watchkeeper.postgres.testing.GuardedLab;
import dev.watchkeeper.postgres.testing.MemoryAudit;
import java.io.IOException;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cancel and terminate: the right session, the right outcome, an audit line. */
@ExtendWith(LabExtension.class)
class EndingSessionsTest {
    private final dev.watchkeeper.lab.postgres.PostgresServer lab;
    private final Entrance helper;
    private final MemoryAudit audit = new MemoryAudit();

    EndingSessionsTest(SharedLabs labs) throws SQLException, IOException {
        this.lab = GuardedLab.start(labs);
        this.helper = Entrance.to(lab).user("helper");
    }

    @Test
    void terminatesASessionAndSeesItGone() throws SQLException, FaultException {
        try (Client victim = Client.enter(lab, "plain").does("begin");
                PostgresServer server = helper.open()) {
            Outcome outcome = audit.desk().run(terminate(server, victim.id()));

            assertThat(outcome.done()).isTrue();
            assertThat(outcome.message()).startsWith("gone after ");
            assertThat(victim.isAlive()).isFalse();
            AuditEntry entry = audit.newest(1).getFirst();
            assertThat(entry.action()).isEqualTo("terminate");
            assertThat(entry.result()).isEqualTo("done");
            assertThat(entry.role()).isEqualTo("helper");
            assertThat(entry.where()).isEqualTo("127.0.0.1:" + lab.port());
            assertThat(entry.statement()).contains("pg_terminate_backend", Integer.toString(victim.pid()));
        }
    }

    @Test
    void aSessionThatDoesNotEndIsSaidToBeThereStill() throws Exception {
        try (Client victim = Client.enter(lab, "plain").does("begin");
                PostgresServer server = helper.open()) {
            signal("STOP", victim);
            try {
                Outcome outcome = audit.desk().run(terminate(server, victim.id()));

                assertThat(outcome.done()).isFalse();
                assertThat(outcome.message())
                        .startsWith("still there after ")
                        .contains(victim.pid() + " is idle in transaction");
                assertThat(audit.newest(1).getFirst().result()).isEqualTo("not done");
            } finally {
                signal("CONT", victim);
            }
        }
    }

    @Test
    void theStatementThatIsShownDoesWhatItSays() throws SQLException, FaultException {
        try (Client victim = Client.enter(lab, "plain");
                Client dba = Client.enter(lab);
                PostgresServer server = helper.open()) {
            String shown = terminate(server, victim.id()).statement();

            assertThat(dba.asks(shown)).containsExactly("t");
        }
    }

    @Test
    void aPidThatWasUsedAgainIsLeftAlone() throws SQLException, FaultException, IOException {
        try (Client victim = Client.enter(lab, "plain");
                PostgresServer server = helper.open()) {
            victim.starts("select pg_sleep(60)");
            SessionId before =
                    new SessionId(victim.pid(), victim.id().backendStart().minus(1, ChronoUnit.MICROS));

            for (var action : List.of(terminate(server, before), new CancelQueries(server, List.of(before), ""))) {
                Fault fault = Faulty.of(() -> audit.desk().run(action));
                assertThat(fault.kind()).isEqualTo(FaultKind.CONFLICT);
                assertThat(fault.message()).contains(Integer.toString(victim.pid()));
                assertThat(audit.newest(1).getFirst().result()).isEqualTo("failed");
            }
            assertThat(state(victim)).isEqualTo("active");
        }
    }

    @Test
    void cancelsAStatementAndLeavesTheSession() throws Exception {
        try (Client victim = Client.enter(lab, "plain");
                PostgresServer server = helper.open()) {
            victim.starts("select pg_sleep(60)");

            Outcome outcome = audit.desk().run(new CancelQueries(server, List.of(victim.id()), "cancel it"));

            assertThat(outcome.done()).isTrue();
            assertThat(outcome.message()).startsWith("statement cancelled after ");
            assertThatThrownBy(() -> victim.end().get(30, TimeUnit.SECONDS))
                    .hasMessageContaining("canceling statement due to user request");
            assertThat(victim.asks("select 'goes on'")).containsExactly("goes on");
        }
    }

    @Test
    void anIdleSessionHasNothingToCancel() throws SQLException {
        try (Client victim = Client.enter(lab, "plain").does("begin");
                PostgresServer server = helper.open()) {
            Fault fault = Faulty.of(() -> audit.desk().run(new CancelQueries(server, List.of(victim.id()), "")));

            assertThat(fault.kind()).isEqualTo(FaultKind.CONFLICT);
            assertThat(fault.message()).contains("runs no statement");
            assertThat(fault.advice()).contains("Terminate");
            assertThat(state(victim)).isEqualTo("idle in transaction");
        }
    }

    @Test
    void aSuperusersSessionIsRefused() throws SQLException {
        try (Client victim = Client.enter(lab);
                PostgresServer server = helper.open()) {
            Fault fault = Faulty.of(() -> audit.desk().run(terminate(server, victim.id())));

            assertThat(fault.kind()).isEqualTo(FaultKind.DENIED);
            assertThat(fault.sentence()).contains("127.0.0.1:" + lab.port(), "helper");
            assertThat(victim.isAlive()).isTrue();
        }
    }

    @Test
    void aRoleThatMayNotSignalIsRefused() throws SQLException {
        try (Client victim = Client.enter(lab, "plain");
                PostgresServer server = Entrance.to(lab).user("watcher").open()) {
            assertThat(Faulty.of(() -> audit.desk().run(terminate(server, victim.id())))
                            .kind())
                    .isEqualTo(FaultKind.DENIED);
            assertThat(victim.isAlive()).isTrue();
        }
    }

    @Test
    void ofSeveralThoseThatMayBeEndedAre() throws SQLException, FaultException {
        try (Client one = Client.enter(lab, "plain");
                Client superuser = Client.enter(lab);
                Client gone = Client.enter(lab, "plain");
                Client two = Client.enter(lab, "plain");
                PostgresServer server = helper.open()) {
            gone.close();
            TerminateSessions action = terminate(server, one.id(), superuser.id(), gone.id(), two.id());

            Outcome outcome = audit.desk().run(action);

            assertThat(action.danger()).isEqualTo(Danger.DANGEROUS);
            assertThat(outcome.done()).isFalse();
            assertThat(outcome.message()).startsWith("2 sessions gone after ").contains("2 sessions were left alone");
            assertThat(one.isAlive() || two.isAlive()).isFalse();
            assertThat(superuser.isAlive()).isTrue();
            assertThat(audit.newest(1).getFirst().result()).isEqualTo("not done");
        }
    }

    @Test
    void nothingIsEndedOnAReadOnlyTarget() throws SQLException {
        try (Client victim = Client.enter(lab, "plain");
                PostgresServer server = helper.asReadOnly().open()) {
            Fault fault = Faulty.of(() -> audit.desk().run(terminate(server, victim.id())));

            assertThat(fault.kind()).isEqualTo(FaultKind.DENIED);
            assertThat(fault.message()).contains("billing", "read-only");
            assertThat(victim.isAlive()).isTrue();
            assertThat(audit.newest(1).getFirst().result()).isEqualTo("refused");
        }
    }

    /** To the process that serves a client of the lab. */
    private static void signal(String signal, Client client) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Integer.toString(client.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static TerminateSessions terminate(PostgresServer server, SessionId... sessions) {
        return new TerminateSessions(server, List.of(sessions), "end them");
    }

    private String state(Client client) throws SQLException {
        try (Client observer = Client.enter(lab)) {
            return observer.asks("select state from pg_stat_activity where pid = " + client.pid())
                    .getFirst();
        }
    }
}
