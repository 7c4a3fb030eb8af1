package dev.watchkeeper.postgres.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.lab.story.Stories;
import dev.watchkeeper.lab.story.Story;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Asks;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A statement's text comes over the wire once, and is there all the same. */
@ExtendWith(LabExtension.class)
class StatementTextsTest {
    private final dev.watchkeeper.lab.postgres.PostgresServer lab;

    StatementTextsTest(SharedLabs labs) {
        this.lab = labs.primary();
    }

    @Test
    void textsThatAreKnownDoNotComeAgain() throws Exception {
        int sessions = 60;
        try (Story story = Stories.on(lab).idleSessions(sessions, 2048).stage();
                Client observer = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            untilAllAreOld(observer);
            SessionsProbe probe = new SessionsProbe(server);

            Snapshot<SessionList> first = probe.read();
            Snapshot<SessionList> second = probe.read();

            assertThat(first.cost().bytes()).isGreaterThan(sessions * 2000L);
            assertThat(second.cost().bytes()).isLessThan(first.cost().bytes() / 4);
            assertThat(second.value().sessions())
                    .filteredOn(session -> story.holders().contains(session.pid()))
                    .hasSize(sessions)
                    .allSatisfy(session -> assertThat(session.query()).hasSizeGreaterThan(2000));
        }
    }

    @Test
    void aNewStatementBringsItsText() throws Exception {
        try (Client client = Client.enter(lab);
                Client observer = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            SessionsProbe probe = new SessionsProbe(server);
            client.does("select 'first'");
            assertThat(text(probe, client)).isEqualTo("select 'first'");
            client.does("select 'second'");
            assertThat(text(probe, client)).isEqualTo("select 'second'");

            client.does("select 'third'");
            untilAllAreOld(observer);

            assertThat(text(probe, client))
                    .as("a statement that began long before the next look")
                    .isEqualTo("select 'third'");
        }
    }

    @Test
    void aTextThatWasHiddenComesWhenItIsNotAnyMore() throws Exception {
        try (Client client = Client.enter(lab);
                Client superuser = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).user("app_ro").open()) {
            client.does("select 'hidden'");
            untilAllAreOld(superuser);
            SessionsProbe probe = new SessionsProbe(server);
            assertThat(text(probe, client)).isEmpty();
            assertThat(text(probe, client)).isEmpty();

            superuser.does("grant pg_read_all_stats to app_ro");
            try {
                assertThat(text(probe, client)).isEqualTo("select 'hidden'");
            } finally {
                superuser.does("revoke pg_read_all_stats from app_ro");
            }
        }
    }

    @Test
    void anotherConnectionKnowsNothingYet() throws Exception {
        try (Client client = Client.enter(lab);
                Client superuser = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            client.does("select 'still here'");
            untilAllAreOld(superuser);
            SessionsProbe probe = new SessionsProbe(server);
            probe.read();
            superuser.does("select pg_terminate_backend(" + server.probe(Asks.pid()) + ")");

            assertThat(text(probe, client)).isEqualTo("select 'still here'");
        }
    }

    /** Until no statement falls into the last second, whose texts are sent again to be sure. */
    private static void untilAllAreOld(Client observer) throws SQLException, IOException {
        observer.until(
                "all statements are older than the margin",
                "select max(query_start) < now() - interval '1.2 s' from pg_stat_activity where pid <> pg_backend_pid() and application_name <> 'watchkeeper'");
    }

    private static String text(SessionsProbe probe, Client client) throws Exception {
        return probe.read().value().sessions().stream()
                .filter(session -> session.pid() == client.pid())
                .findFirst()
                .orElseThrow()
                .query();
    }
}
