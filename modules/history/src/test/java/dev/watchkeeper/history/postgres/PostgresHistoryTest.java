package dev.watchkeeper.history.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.jdbc.SqlBook;
import dev.watchkeeper.history.keeping.Samples;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LabExtension.class)
class PostgresHistoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String AS_IN_THE_README = """
            select concat_ws(' ', t.name, f.at, s.query_id, u.exec_us / 1000.0)
            from watchkeeper.step_minute f
                join watchkeeper.target t on t.id = f.target,
                unnest(f.statements, f.exec_us) u (statement, exec_us)
                join watchkeeper.statement s on s.id = u.statement""";
    private static final String PARTITIONS = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where c.relnamespace = to_regnamespace('watchkeeper') and c.relkind = 'r' order by 1""";

    private final SharedLabs labs;

    PostgresHistoryTest(SharedLabs labs) {
        this.labs = labs;
    }

    @TestFactory
    Stream<DynamicTest> everyStatementRunsOnEveryVersion() {
        return IntStream.rangeClosed(LabPlan.OLDEST, LabPlan.NEWEST)
                .mapToObj(major -> DynamicTest.dynamicTest("on " + major, () -> lives(labs.primary(major))));
    }

    private static void lives(PostgresServer lab) throws Exception {
        try (HistoryStore history = PostgresHistory.open(LabEntrance.empty(lab), Clock.systemUTC())) {
            for (int minute = 0; minute < 5; minute++) {
                Instant at = NOON.plus(Duration.ofMinutes(minute));
                history.write(Samples.second("shop", at, 1, 1));
                history.write(Batch.of("shop")
                        .withWorkload(Samples.workload(at, at.plusSeconds(60), 120, new Random(1)), Map.of()));
            }
            Interval hour = new Interval(NOON, NOON.plus(Duration.ofHours(1)));
            long calls = history.workload("shop", hour).total().calls();
            assertThat(calls).isPositive();
            history.prune(Retention.DEFAULT, NOON.plus(Duration.ofDays(1)));
            assertThat(names(lab, AS_IN_THE_README)).isNotEmpty().allMatch(line -> line.startsWith("shop "));
            assertThat(history.prune(Retention.DEFAULT, NOON.plus(Duration.ofDays(10))))
                    .isPositive();
            assertThat(history.workload("shop", hour).total().calls()).isEqualTo(calls);
            assertThat(history.info().bytes()).isPositive();
        }
        SqlBook book = SqlBook.of(PostgresHistory.class, "frames.14.sql", "/dev/watchkeeper/history/jdbc/common.sql");
        try (Connection connection = lab.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = watchkeeper");
            for (String name : book.names()) {
                for (String grain : List.of("fine", "minute", "hour")) {
                    String sql = book.text(name).replace(":grain", grain);
                    if (!sql.contains(":partition") && !name.equals("begin")) {
                        try (var prepared = connection.prepareStatement(sql)) {
                            assertThat(prepared.getParameterMetaData().getParameterCount())
                                    .as(name)
                                    .isNotNegative();
                        }
                    }
                }
            }
        }
    }

    @Test
    void partitionsAreMadeAheadAndDroppedWhole() throws Exception {
        PostgresServer lab = labs.primary();
        try (HistoryStore history = PostgresHistory.open(LabEntrance.empty(lab), Clock.systemUTC())) {
            Instant old = Instant.now().minus(Duration.ofDays(2));
            history.write(Samples.second("shop", old, 1, 1));
            String oldest = "activity_fine_p" + old.getEpochSecond() / 3600 / 3 * 3;
            assertThat(names(lab, PARTITIONS)).contains(oldest);
            history.prune(Retention.DEFAULT, Instant.now());
            assertThat(names(lab, PARTITIONS)).doesNotContain(oldest);
            String ahead = "activity_fine_p" + (Instant.now().getEpochSecond() / 3600 / 3 * 3 + 3);
            assertThat(names(lab, PARTITIONS)).contains(ahead);
            assertThat(history.extent("shop").orElseThrow().from()).isBefore(old);
        }
    }

    @Test
    void aPartitionThatAnotherConsoleDroppedIsMadeAnew() throws Exception {
        PostgresServer lab = labs.primary();
        LabEntrance entrance = LabEntrance.empty(lab);
        try (HistoryStore history = PostgresHistory.open(entrance, Clock.systemUTC());
                HistoryStore other = PostgresHistory.open(entrance, Clock.systemUTC())) {
            history.write(Samples.second("shop", NOON, 1, 1));
            other.prune(Retention.DEFAULT, NOON.plus(Duration.ofDays(10)));
            history.write(Samples.second("shop", NOON.plusSeconds(1), 1, 1));
            assertThat(history.info().targets().getFirst().rows()).isEqualTo(4);
        }
    }

    @Test
    void aServerThatWasRestartedIsFoundAgain() throws Exception {
        PostgresServer lab = labs.primary();
        try (HistoryStore history = PostgresHistory.open(LabEntrance.empty(lab), Clock.systemUTC())) {
            history.write(Samples.second("shop", NOON, 1, 1));
            lab.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = 'watchkeeper' and pid <> pg_backend_pid()");
            history.write(Samples.second("shop", NOON.plusSeconds(1), 1, 1));
            assertThat(history.targets()).containsExactly("shop");
        }
    }

    @Test
    void aRoleThatMayNotIsToldWhatToRun() throws Exception {
        PostgresServer lab = labs.primary();
        LabEntrance.empty(lab);
        lab.execute("drop role if exists scribe");
        lab.execute("create role scribe login");
        lab.execute("drop role if exists \"Another scribe\"");
        lab.execute("create role \"Another scribe\" login");
        try {
            LabEntrance entrance = new LabEntrance(lab, "scribe");
            assertThatThrownBy(() -> PostgresHistory.open(entrance, Clock.systemUTC()))
                    .isInstanceOfSatisfying(FaultException.class, e -> {
                        assertThat(e.fault().kind()).isEqualTo(FaultKind.DENIED);
                        String advice = e.fault().advice();
                        assertThat(advice).contains(": create schema watchkeeper authorization scribe");
                        execute(lab, advice.substring(advice.indexOf(": ") + 2));
                    });
            try (HistoryStore history = PostgresHistory.open(entrance, Clock.systemUTC())) {
                history.write(Samples.second("shop", NOON, 1, 1));
                assertThat(history.targets()).containsExactly("shop");
            }
            LabEntrance another = new LabEntrance(lab, "Another scribe");
            assertThatThrownBy(() -> PostgresHistory.open(another, Clock.systemUTC()))
                    .isInstanceOfSatisfying(FaultException.class, e -> {
                        assertThat(e.fault().kind()).isEqualTo(FaultKind.DENIED);
                        String advice = e.fault().advice();
                        assertThat(advice).contains("run: grant scribe to \"Another scribe\"");
                        execute(lab, advice.substring(advice.indexOf("run: ") + 5));
                    });
            try (HistoryStore history = PostgresHistory.open(another, Clock.systemUTC())) {
                history.write(Samples.second("shop", NOON.plus(Duration.ofDays(40)), 1, 1));
                assertThat(history.targets()).containsExactly("shop");
            }
        } finally {
            lab.execute("drop schema if exists watchkeeper cascade");
            lab.execute("drop role \"Another scribe\"");
            lab.execute("drop role scribe");
        }
    }

    private static void execute(PostgresServer lab, String sql) {
        try {
            lab.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    @Test
    void aNewerProgramsTablesAreLeftAsTheyAre() throws Exception {
        PostgresServer lab = labs.primary();
        LabEntrance entrance = LabEntrance.empty(lab);
        PostgresHistory.open(entrance, Clock.systemUTC()).close();
        lab.execute("update watchkeeper.version set version = 99");
        assertThatThrownBy(() -> PostgresHistory.open(entrance, Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.fault().sentence()).contains("newer Watchkeeper", "left as it is"));
        lab.execute("drop schema watchkeeper cascade");
    }

    private static List<String> names(PostgresServer lab, String sql) throws Exception {
        List<String> names = new ArrayList<>();
        try (Connection connection = lab.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
