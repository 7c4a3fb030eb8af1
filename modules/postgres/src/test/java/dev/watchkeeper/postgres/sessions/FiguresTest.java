package dev.watchkeeper.postgres.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rates between two looks, and which sessions a rule means. */
@ExtendWith(LabExtension.class)
class FiguresTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void ratesAreOfTheTimeInBetween() {
        Vitals.Counters before = new Vitals.Counters(NOW, 1000, 10, 5000, 1000);
        Vitals.Counters after = new Vitals.Counters(NOW.plusMillis(2500), 1090, 20, 5300, 1100);

        assertThat(Rates.between(before, after)).hasValueSatisfying(rates -> {
            assertThat(rates.transactions()).isEqualTo(40);
            assertThat(rates.rollbacks()).isEqualTo(4);
            assertThat(rates.hitRatio()).hasValue(0.75);
        });
        assertThat(Rates.between(before, new Vitals.Counters(NOW.plusSeconds(1), 1000, 10, 5000, 1000)))
                .hasValueSatisfying(rates -> assertThat(rates.hitRatio()).isEmpty());
        assertThat(Rates.between(before, before)).isEmpty();
    }

    @Test
    void ratesSurviveAReset(SharedLabs labs) throws Exception {
        var lab = labs.primary();
        try (Client client = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            SessionsProbe probe = new SessionsProbe(server);
            Vitals.Counters before = probe.read().value().vitals().counters();
            client.does("select pg_stat_reset()");
            Vitals.Counters reset = probe.read().value().vitals().counters();
            Vitals.Counters after = probe.read().value().vitals().counters();

            assertThat(reset.commits()).as("the shop had many more").isLessThan(before.commits());
            assertThat(Rates.between(before, reset)).isEmpty();
            Optional<Rates> again = Rates.between(reset, after);
            assertThat(again)
                    .hasValueSatisfying(
                            rates -> assertThat(rates.transactions()).isNotNegative());
        }
    }

    @Test
    void aRuleMeansThoseThatAreLongerInTheirState() {
        Duration limit = Duration.ofMinutes(10);
        List<Session> sessions = new ArrayList<>(List.of(
                session(1, SessionState.IDLE_IN_TRANSACTION, limit),
                session(2, SessionState.IDLE_IN_TRANSACTION, limit.plusMillis(1)),
                session(3, SessionState.IDLE_IN_TRANSACTION_ABORTED, limit.plusHours(1)),
                session(4, SessionState.ACTIVE, limit.plusHours(1)),
                session(5, SessionState.IDLE, limit.plusHours(2)),
                session(6, SessionState.NONE, limit.plusHours(2))));

        assertThat(pids(EndingRule.Kind.IDLE_IN_TRANSACTION, limit, sessions)).containsExactly(3, 2);
        assertThat(pids(EndingRule.Kind.ACTIVE, limit, sessions)).containsExactly(4);
        assertThat(pids(EndingRule.Kind.IDLE, limit, sessions)).containsExactly(5);
        assertThat(pids(EndingRule.Kind.IDLE, limit.plusHours(2), sessions)).isEmpty();
    }

    @Test
    void aRuleNeverMeansServersProcessesOrWhatIsHidden() {
        Duration hours = Duration.ofHours(9);
        Session walsender = of(1, "walsender", SessionState.ACTIVE, hours, false);
        Session worker = of(2, "parallel worker", SessionState.ACTIVE, hours, false);
        Session hidden = of(3, "client backend", SessionState.ACTIVE, hours, true);

        assertThat(pids(EndingRule.Kind.ACTIVE, Duration.ZERO, List.of(walsender, worker, hidden)))
                .isEmpty();
    }

    private static List<Integer> pids(EndingRule.Kind kind, Duration longerThan, List<Session> sessions) {
        return new EndingRule(kind, longerThan)
                .matching(sessions, NOW).stream().map(Session::pid).toList();
    }

    private static Session session(int pid, SessionState state, Duration since) {
        return of(pid, "client backend", state, since, false);
    }

    private static Session of(int pid, String type, SessionState state, Duration since, boolean hidden) {
        Instant start = NOW.minus(since);
        return new Session(
                pid, 0, type, "shop", "app_rw", "", null, null, start, start, start, start, state, null, null, null, 0,
                0, null, "", List.of(), hidden);
    }
}
