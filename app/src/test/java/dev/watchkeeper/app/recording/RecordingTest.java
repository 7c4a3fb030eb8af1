package dev.watchkeeper.app.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.workbench.PasswordPrompt;
import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Series;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What was recorded is there when the console is opened again. */
@ExtendWith(LabExtension.class)
class RecordingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MARKED = "select count(*) as recorded_in_a_test from products where stock > 3";

    @TempDir
    Path home;

    private Workbench bench() {
        Surroundings around = new Surroundings(
                Map.of("WATCHKEEPER_HOME", home.toString()), home, Clock.systemUTC(), ZoneOffset.UTC, "tester");
        return Workbench.of(around, PasswordPrompt.nobody(), warning -> {});
    }

    private static Interval recently() {
        Instant now = Instant.now();
        return new Interval(now.minusSeconds(600), now.plusSeconds(60));
    }

    private static Optional<StatementUse> marked(HistoryReader history, String target) throws IOException {
        try {
            Workload workload = history.workload(target, recently());
            List<QueryRef> queries =
                    workload.uses().stream().map(use -> QueryRef.of(use.id())).toList();
            Map<QueryRef, String> texts = history.texts(target, queries);
            return workload.uses().stream()
                    .filter(use -> texts.getOrDefault(QueryRef.of(use.id()), "").contains("recorded_in_a_test"))
                    .findFirst();
        } catch (FaultException e) {
            throw new IOException(e.fault().sentence(), e);
        }
    }

    private static void run(PostgresServer server, int times) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < times; i++) {
                statement.execute(MARKED);
            }
        }
    }

    @Test
    void whatStatementsDidIsCountedExactlyAndSurvivesClosing(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        Target target;
        try (Workbench bench = bench()) {
            target = bench.resolve(server.uri());
            Recording recording = bench.recorder()
                    .record(target, Pace.of(Duration.ofSeconds(1)))
                    .orElseThrow();
            Patience.until(
                    PATIENCE,
                    "statements were read once",
                    () -> recording.newest().containsKey("statements"));
            run(server, 7);
            Patience.until(PATIENCE, "all are counted", () -> {
                bench.settleHistory();
                return marked(bench.history(), target.name())
                        .filter(use -> use.figures().calls() == 7)
                        .isPresent();
            });
            Patience.until(
                    PATIENCE,
                    "the rest was read",
                    () -> recording
                            .newest()
                            .keySet()
                            .containsAll(List.of("activity", "pulse", "locks", "sizes", "indexes")));
        }
        try (Workbench again = bench()) {
            HistoryReader history = again.history();
            assertThat(history.targets()).contains(target.name());
            StatementUse use = marked(history, target.name()).orElseThrow();
            assertThat(use.figures().calls()).isEqualTo(7);
            assertThat(use.figures().execMs()).isPositive();
            assertThat(history.series(target.name(), Metric.DATABASE_SIZE, recently(), 10))
                    .extracting(Series::label)
                    .contains(server.database());
            assertThat(history.series(target.name(), Metric.SESSIONS, recently(), 10))
                    .isNotEmpty();
            assertThat(history.activity(target.name(), ActivityBy.WAIT_EVENT, recently(), 10, 5)
                            .steps())
                    .isPositive();
        }
    }

    @Test
    void aSecondConsoleDoesNotCountItAgain(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (Workbench first = bench();
                Workbench second = bench()) {
            Target target = first.resolve(server.uri());
            assertThat(first.otherRecorder(target)).isEmpty();
            // two benches of one process share its name: what the store says of others is asked by another name
            assertThat(second.otherRecorder(target)).isEmpty();
            assertThat(first.history().claim(target.name(), "somebody else", Duration.ofMinutes(1)))
                    .satisfies(
                            lease -> assertThat(lease.isHeldBy("somebody else")).isFalse());
        }
    }

    @Test
    void whatWasDoneToItIsMarked(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (Workbench bench = bench()) {
            Target target = bench.resolve(server.uri());
            Recording recording = bench.recorder()
                    .record(target, Pace.of(Duration.ofSeconds(1)))
                    .orElseThrow();
            Patience.until(
                    PATIENCE, "statements were read", () -> recording.newest().containsKey("statements"));
            server.execute("select pg_stat_statements_reset()");
            Patience.until(PATIENCE, "the reset is marked", () -> {
                bench.settleHistory();
                try {
                    return bench.history().events(target.name(), recently()).stream()
                            .anyMatch(event -> event.kind() == HistoryEvent.Kind.RESET);
                } catch (FaultException e) {
                    throw new IOException(e.fault().sentence(), e);
                }
            });
        }
    }
}
