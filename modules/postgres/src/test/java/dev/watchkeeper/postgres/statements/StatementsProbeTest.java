package dev.watchkeeper.postgres.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out against what was run, and against the extension's own figures. */
@ExtendWith(LabExtension.class)
class StatementsProbeTest {
    private final SharedLabs labs;

    StatementsProbeTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void countsWhatWasRun(int major) throws Exception {
        var lab = labs.primary(major);
        try (Client client = Client.enter(lab, "reporting");
                Client observer = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            String marker = "q" + Long.toUnsignedString(System.nanoTime(), 36);
            String sql = "select count(*) as %s from orders where id > 3".formatted(marker);
            client.does(sql);
            StatementsProbe probe = new StatementsProbe(server);
            Snapshot<StatementTally> first = probe.read();
            assertThat(first.value().workload()).isEmpty();

            client.does(sql).does(sql).does(sql.replace("> 3", "> 4711"));
            Snapshot<StatementTally> second = probe.read();

            StatementUse use = only(second, text -> text.contains(marker));
            assertThat(use.id().database()).isEqualTo(lab.database());
            assertThat(use.id().role()).isEqualTo("reporting");
            assertThat(use.id().topLevel()).isTrue();
            assertThat(use.figures().calls()).isEqualTo(3);
            assertThat(use.figures().rows()).isEqualTo(3);
            assertThat(use.figures().execMs()).isPositive();
            assertThat(use.figures().stddevMs()).isNotNegative();
            assertThat(use.figures().sharedHit() + use.figures().sharedRead()).isPositive();
            assertThat(second.value().texts().get(QueryRef.of(use.id()))).isEqualTo(sql.replace("> 3", "> $1"));
            assertThat(second.value().learnt()).contains(QueryRef.of(use.id()));
            Workload workload = second.value().workload().orElseThrow();
            assertThat(workload.from()).isEqualTo(first.takenAt());
            assertThat(workload.to()).isEqualTo(second.takenAt());
            assertThat(second.cost().serverMillis()).isPositive();
            assertThat(second.cost().bytes()).isPositive();

            client.does(sql);
            Snapshot<StatementTally> third = probe.read();
            assertThat(only(third, text -> text.contains(marker)).figures().calls())
                    .isEqualTo(1);
            assertThat(third.value().learnt()).doesNotContain(QueryRef.of(use.id()));
            assertThat(observer.asks("select calls from pg_stat_statements where query like '%" + marker + "%'"))
                    .contains("5");
        }
    }

    /** The counters of everything since the beginning, against the view's own columns. */
    @ParameterizedTest
    @ValueSource(ints = {14, 16, 18})
    void addsUpToWhatTheViewSays(int major) throws Exception {
        var lab = labs.primary(major);
        try (Client client = Client.enter(lab, "app_rw");
                Client observer = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            StatementsProbe probe = new StatementsProbe(server);
            probe.read();
            String marker = "t" + Long.toUnsignedString(System.nanoTime(), 36);
            client.does("set work_mem = '64kB'; set jit = on; set jit_above_cost = 0");
            client.does("create temp table %s (id int)".formatted(marker));
            for (int rows = 1000; rows <= 100_000; rows *= 10) {
                client.does("insert into %s select generate_series(1, %d)".formatted(marker, rows));
                client.does("select * from %1$s a order by id offset 5".formatted(marker));
            }
            client.does("update orders set state = state where id < 100");
            Snapshot<StatementTally> snapshot = probe.read();

            StatementUse sort = only(snapshot, text -> text.startsWith("select * from " + marker));
            StatementUse insert = only(snapshot, text -> text.startsWith("insert into " + marker));
            assertThat(sort.figures().calls()).isEqualTo(3);
            assertThat(sort.figures().tempWritten()).isPositive();
            assertThat(sort.figures().rows()).isEqualTo(1000 + 11_000 + 111_000 - 15);
            assertThat(insert.figures().rows()).isEqualTo(111_000);
            for (StatementUse use : List.of(sort, insert)) {
                StatementFigures figures = use.figures();
                List<Double> truth = observer.asks("""
                                select unnest(array[total_exec_time, stddev_exec_time, min_exec_time, max_exec_time,
                                  rows, shared_blks_hit, shared_blks_read, shared_blks_dirtied, shared_blks_written,
                                  temp_blks_read, temp_blks_written, wal_records, wal_bytes])
                                  from pg_stat_statements where queryid = %d""".formatted(use.id().queryId())).stream()
                        .map(Double::valueOf)
                        .toList();
                assertThat(List.of(
                                figures.execMs(),
                                figures.stddevMs(),
                                figures.minMs(),
                                figures.maxMs(),
                                (double) figures.rows(),
                                (double) figures.sharedHit(),
                                (double) figures.sharedRead(),
                                (double) figures.sharedDirtied(),
                                (double) figures.sharedWritten(),
                                (double) figures.tempRead(),
                                (double) figures.tempWritten(),
                                (double) figures.walRecords(),
                                (double) figures.walBytes()))
                        .usingElementComparator(StatementsProbeTest::roughly)
                        .isEqualTo(truth);
            }
        }
    }

    @Test
    void countsHiddenStatementsAndSaysWhatToGrant() throws Exception {
        var lab = labs.primary(17);
        try (Client other = Client.enter(lab, "app_rw");
                Client own = Client.enter(lab, "app_ro");
                Client root = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).user("app_ro").open()) {
            StatementsProbe probe = new StatementsProbe(server);
            probe.read();
            other.does("select 'hidden' as hidden");
            own.does("select 'seen' as seen");
            Snapshot<StatementTally> snapshot = probe.read();

            assertThat(snapshot.value().coverage().hidden()).isPositive();
            assertThat(snapshot.value().coverage().entries())
                    .isGreaterThan(snapshot.value().coverage().hidden());
            assertThat(snapshot.value().coverage().grant()).isEqualTo("GRANT pg_read_all_stats TO \"app_ro\";");
            assertThat(snapshot.value().workload().orElseThrow().uses())
                    .extracting(use -> use.id().role())
                    .containsOnly("app_ro");
            assertThat(snapshot.value().texts().values()).contains("select $1 as seen");

            root.does(snapshot.value().coverage().grant());
            try {
                Snapshot<StatementTally> granted = probe.read();
                assertThat(granted.value().coverage().hidden()).isZero();
                assertThat(granted.value().workload().orElseThrow().uses())
                        .as("what was hidden is no news")
                        .extracting(use -> use.id().role())
                        .containsOnly("app_ro");
            } finally {
                root.does("revoke pg_read_all_stats from app_ro");
            }
        }
    }

    /** A server of its own: it is reset, fills up, is stopped and killed. */
    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void survivesWhatCountersGoThrough(int major) throws Exception {
        try (Lab lab = Lab.start(LabPlan.primaryOnly(major).setting("pg_stat_statements.max", "100"));
                PostgresServer server = Entrance.to(lab.primary()).open()) {
            StatementsProbe probe = new StatementsProbe(server);
            try (Client client = Client.enter(lab.primary())) {
                client.does("select 1 as x");
                probe.read();
                client.does("select 1 as x");
                client.does("select pg_stat_statements_reset()");
                client.does("select 1 as x").does("select 1 as x").does("select 1 as x");
                Snapshot<StatementTally> reset = probe.read();
                assertThat(kinds(reset)).containsExactly(Interruption.Kind.RESET);
                assertThat(only(reset, "select $1 as x"::equals).figures().calls())
                        .isEqualTo(3);

                for (int columns = 1; columns <= 250; columns++) {
                    client.does("select " + "1, ".repeat(columns) + "1");
                }
                Snapshot<StatementTally> evicted = probe.read();
                assertThat(kinds(evicted)).containsExactly(Interruption.Kind.EVICTION);
                assertThat(evicted.value().workload().orElseThrow().uses())
                        .hasSizeLessThanOrEqualTo(100)
                        .allSatisfy(use -> assertThat(use.figures().calls()).isBetween(1L, 20L));
                client.does("select 1 as x").does("select 1 as x");
                assertThat(only(probe.read(), "select $1 as x"::equals)
                                .figures()
                                .calls())
                        .isEqualTo(2);
                assertThat(kinds(probe.read())).isEmpty();
            }
            Instant stopped = Instant.now();
            lab.primary().restart();
            try (Client client = Client.enter(lab.primary())) {
                client.does("select 1 as x");
                Snapshot<StatementTally> restarted = probe.read();
                assertThat(kinds(restarted)).containsExactly(Interruption.Kind.RESTART);
                assertThat(restarted
                                .value()
                                .workload()
                                .orElseThrow()
                                .interruptions()
                                .getFirst()
                                .at())
                        .isAfter(stopped.minusSeconds(1));
                assertThat(only(restarted, "select $1 as x"::equals).figures().calls())
                        .isEqualTo(1);
            }
            lab.primary().kill();
            lab.primary().start();
            try (Client client = Client.enter(lab.primary())) {
                client.does("select 1 as x");
                Snapshot<StatementTally> crashed = probe.read();
                assertThat(kinds(crashed)).containsExactly(Interruption.Kind.RESTART);
                assertThat(crashed.value().workload().orElseThrow().total().calls())
                        .isLessThan(20);
                client.does("select 1 as x");
                assertThat(only(probe.read(), "select $1 as x"::equals)
                                .figures()
                                .calls())
                        .isEqualTo(1);
            }
        }
    }

    /** One megabyte, and bytes that are no text in any encoding. */
    @Test
    void readsAnyText() throws Exception {
        try (Lab lab = Lab.start(LabPlan.primaryOnly(16))) {
            lab.primary().execute("create database junk encoding 'SQL_ASCII' template template0");
            try (Client client = Client.enter(lab.primary(), "postgres", "junk");
                    PostgresServer shop = Entrance.to(lab.primary()).open();
                    PostgresServer junk =
                            Entrance.to(lab.primary()).database("junk").open()) {
                client.does("create extension pg_stat_statements");
                StatementsProbe probe = new StatementsProbe(shop);
                StatementsProbe inside = new StatementsProbe(junk);
                probe.read();
                inside.read();
                String large = "select 1 as large /* " + "x".repeat(2 << 20) + " */";
                client.does(large);
                assertThat(only(probe.read(), text -> text.startsWith("select $1 as large"))
                                .figures()
                                .calls())
                        .isEqualTo(1);
                assertThat(probe.read().value().texts().values())
                        .allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(TextLearner.LONGEST));

                client.does("set pg_stat_statements.track = 'all'");
                client.does("do $$ begin execute convert_from(decode("
                        + "'73656c6563742031206173206a756e6b202f2a20e4ff9f202a2f', 'hex'), 'SQL_ASCII'); end $$");
                assertThat(inside.read().value().texts().values())
                        .anyMatch(text -> text.startsWith("select $1 as junk /* \uFFFD"));
                Snapshot<StatementTally> outside = probe.read();
                assertThat(outside.value().workload().orElseThrow().uses()).isNotEmpty();
            }
        }
    }

    private static List<Interruption.Kind> kinds(Snapshot<StatementTally> snapshot) {
        return snapshot.value().workload().orElseThrow().interruptions().stream()
                .map(Interruption::kind)
                .toList();
    }

    private static StatementUse only(Snapshot<StatementTally> snapshot, Predicate<String> text) {
        List<StatementUse> found = snapshot.value().workload().orElseThrow().uses().stream()
                .filter(use -> Optional.ofNullable(snapshot.value().texts().get(QueryRef.of(use.id())))
                        .filter(text)
                        .isPresent())
                .toList();
        assertThat(found).as("among " + snapshot.value().texts().values()).hasSize(1);
        return found.getFirst();
    }

    private static int roughly(Double one, Double other) {
        return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(other)) ? 0 : Double.compare(one, other);
    }
}
