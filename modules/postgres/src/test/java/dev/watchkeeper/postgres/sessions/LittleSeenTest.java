package dev.watchkeeper.postgres.sessions;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a role without pg_monitor sees, and is told about what it does not see. */
@ExtendWith(LabExtension.class)
class LittleSeenTest {
    private final dev.watchkeeper.lab.postgres.PostgresServer lab;

    LittleSeenTest(SharedLabs labs) throws SQLException, IOException {
        this.lab = GuardedLab.start(labs);
    }

    @Test
    void sessionsOfOthersAreThereButHidden() throws SQLException, FaultException {
        try (Client own = Client.enter(lab, "plain").does("select 'own'");
                Client other = Client.enter(lab, "plain_two").does("select 'other'");
                PostgresServer server = Entrance.to(lab).user("plain").open()) {
            SessionList list = new SessionsProbe(server).read().value();

            assertThat(find(list, own).hidden()).isFalse();
            assertThat(find(list, own).query()).isEqualTo("select 'own'");
            Session hidden = find(list, other);
            assertThat(hidden.hidden()).isTrue();
            assertThat(hidden.isClient()).isTrue();
            assertThat(hidden.user()).isEqualTo("plain_two");
            assertThat(hidden.database()).isEqualTo("shop");
            assertThat(hidden.query()).isEmpty();
            assertThat(hidden.state()).isEqualTo(SessionState.NONE);
            assertThat(list.vitals().seesAll()).isFalse();
            assertThat(list.vitals().signals()).isFalse();
        }
    }

    @Test
    void clientsAreCountedRightAllTheSame() throws SQLException, FaultException, IOException {
        try (Client client = Client.enter(lab, "plain_two");
                PostgresServer server = Entrance.to(lab).user("plain").open()) {
            SessionList list = new SessionsProbe(server).read().value();
            assertThat(list.sessions())
                    .filteredOn(session -> !session.isClient())
                    .extracting(Session::backendType)
                    .hasSizeGreaterThan(4)
                    .containsOnly("background process");
            assertThat(find(list, client).isClient()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"plain, false, false", "watcher, true, false", "helper, true, true", "postgres, true, true"})
    void theVitalsSayWhatTheRoleMay(String role, boolean seesAll, boolean signals) throws FaultException {
        try (PostgresServer server = Entrance.to(lab).user(role).open()) {
            Vitals vitals = new SessionsProbe(server).read().value().vitals();

            assertThat(vitals.role()).isEqualTo(role);
            assertThat(vitals.seesAll()).isEqualTo(seesAll);
            assertThat(vitals.signals()).isEqualTo(signals);
            assertThat(vitals.reserved())
                    .as("superusers' 3, and 2 of reserved_connections")
                    .isEqualTo(5);
        }
    }

    @Test
    void aHiddenSessionIsNotTakenForOneThatIsGone() throws SQLException, FaultException {
        try (Client other = Client.enter(lab, "plain_two");
                PostgresServer server = Entrance.to(lab).user("plain").open()) {
            Session hidden = find(new SessionsProbe(server).read().value(), other);

            Fault fault = Faulty.of(() -> new TerminateSessions(server, List.of(hidden.id()), "").run());

            assertThat(fault.kind()).isEqualTo(FaultKind.DENIED);
            assertThat(fault.sentence()).contains(Integer.toString(other.pid()), "pg_read_all_stats");
            assertThat(Faulty.of(() -> new SessionDetailProbe(server, hidden.id()).read())
                            .kind())
                    .isEqualTo(FaultKind.DENIED);
            assertThat(other.isAlive()).isTrue();
        }
    }

    private static Session find(SessionList list, Client client) {
        return list.sessions().stream()
                .filter(session -> session.pid() == client.pid())
                .findFirst()
                .orElseThrow();
    }
}
