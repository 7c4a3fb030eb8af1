package dev.watchkeeper.postgres.plans.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanReader;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staged troubles are found, what is advised ends them, and what is well gets no advice. */
@ExtendWith(LabExtension.class)
class PlanAdviceTest {
    private static final String EXPLAIN = "explain (analyze, buffers, settings, wal, verbose, format json) ";

    private final SharedLabs labs;

    PlanAdviceTest(SharedLabs labs) {
        this.labs = labs;
    }

    /** A schema with tables of awkward names, for one session that does as it is told. */
    private record Stage(Client dba, PostgresServer server) implements AutoCloseable {
        static Stage on(dev.watchkeeper.lab.postgres.PostgresServer lab) throws SQLException {
            Client dba = Client.enter(lab);
            dba.does("drop schema if exists \"Advice\" cascade; create schema \"Advice\"");
            dba.does("set search_path = \"Advice\"; set max_parallel_workers_per_gather = 0; set jit = off");
            dba.does(
                    "create table \"Big Orders\" (id int, \"State\" varchar(10), \"order\" int, placed date, note text)"
                            + " with (fillfactor = 20)");
            dba.does("insert into \"Big Orders\" select i, case when i % 2000 = 0 then 'open' else 'paid' end, i % 100,"
                    + " date '2026-01-01' + i % 365, repeat('x', 40) from generate_series(1, 40000) i");
            dba.does("alter table \"Big Orders\" set (autovacuum_enabled = off)");
            dba.does("vacuum analyze \"Big Orders\"");
            return new Stage(dba, Entrance.to(lab).open());
        }

        List<Advice> advice(String statement) throws SQLException, FaultException {
            return advice(statement, EXPLAIN);
        }

        List<Advice> advice(String statement, String explain) throws SQLException, FaultException {
            Plan plan = PlanReader.read(String.join("\n", dba.asks(explain + statement)));
            return PlanAdvice.of(plan, server.probe(connected -> PlanCatalog.read(connected, plan)));
        }

        Advice one(Rule rule, String statement) throws SQLException, FaultException {
            List<Advice> all = advice(statement);
            assertThat(all).extracting(Advice::rule).contains(rule);
            return all.stream().filter(one -> one.rule() == rule).findFirst().orElseThrow();
        }

        void follow(Advice advice) throws SQLException {
            for (String line :
                    advice.statement().orElseThrow().replace(";\n", ";\0").split("\0", -1)) {
                dba.does(line);
            }
        }

        @Override
        public void close() throws SQLException {
            server.close();
            dba.does("drop schema \"Advice\" cascade");
            dba.close();
        }
    }

    /** Asks in the same session, which tells what it changed only when it does something. */
    private static void until(Client dba, String what, String sql) throws SQLException, IOException {
        Patience.until(Duration.ofSeconds(30), what, () -> dba.asks(sql).equals(List.of("t")));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void anIndexThatIsMissing(int major) throws SQLException, FaultException {
        try (Stage stage = Stage.on(labs.primary(major))) {
            String statement = "select id from \"Big Orders\" where placed >= '2026-12-01' and \"State\" = 'open'"
                    + " and \"order\" = 0 and note like '%x'";
            Advice advice = stage.one(Rule.READS_MANY_KEEPS_FEW, statement);

            assertThat(advice.headline()).contains("40,000 rows");
            assertThat(advice.grave()).isTrue();
            assertThat(advice.statement())
                    .get()
                    .asString()
                    .contains("CREATE INDEX CONCURRENTLY", "(\"order\", \"State\", placed)");
            assertThat(stage.advice(statement, "explain (verbose, format json) "))
                    .as("without running it")
                    .extracting(Advice::statement)
                    .contains(advice.statement());
            stage.follow(advice);
            assertThat(stage.advice(statement)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void anIndexThatWouldNotHelpIsNotAdvised(int major) throws SQLException, FaultException {
        try (Stage stage = Stage.on(labs.primary(major))) {
            for (String filter : List.of(
                    "id = 5 or \"order\" = 7 and id < 9",
                    "id % 20000 = 7",
                    "id = \"order\" * 400 + 1",
                    "id = (random() * 40000)::int",
                    "note like '%y'")) {
                assertThat(stage.advice("select * from \"Big Orders\" where " + filter))
                        .as(filter)
                        .allMatch(advice -> advice.rule() != Rule.READS_MANY_KEEPS_FEW
                                || advice.statement().isEmpty());
            }
            Advice cast = stage.one(Rule.CAST_COLUMN, "select * from \"Big Orders\" where id = 7.0");
            assertThat(cast.text()).contains("integer", "numeric");
            stage.dba()
                    .does("create index there on \"Big Orders\" (id); set enable_indexscan = off;"
                            + " set enable_bitmapscan = off");
            Advice there = stage.one(Rule.READS_MANY_KEEPS_FEW, "select * from \"Big Orders\" where id = 7");
            assertThat(there.statement()).isEmpty();
            assertThat(there.text()).contains("The index there is there");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void statisticsThatAreStaleOrTooPlain(int major) throws SQLException, FaultException, IOException {
        try (Stage stage = Stage.on(labs.primary(major))) {
            Client dba = stage.dba();
            dba.does("create table fresh (a int, b int) with (autovacuum_enabled = off)");
            dba.does("insert into fresh select 1, 1 from generate_series(1, 100) i; analyze fresh");
            dba.does("insert into fresh select i % 100, i % 100 from generate_series(1, 50000) i");
            until(
                    dba,
                    "the server has counted the rows",
                    "select n_mod_since_analyze >= 50000 from pg_stat_all_tables where relname = 'fresh'");
            Advice stale = stage.one(Rule.MISESTIMATE, "select * from fresh where a >= 5");
            assertThat(stale.statement()).isEqualTo(Optional.of("ANALYZE \"Advice\".fresh;"));
            stage.follow(stale);
            until(
                    dba,
                    "the server knows of it",
                    "select n_mod_since_analyze = 0 from pg_stat_all_tables where relname = 'fresh'");
            assertThat(stage.advice("select * from fresh where a >= 5")).isEmpty();
            dba.does("insert into fresh select -1, -1 from generate_series(1, 2000)");
            dba.does("analyze fresh");
            until(
                    dba,
                    "the server knows of it again",
                    "select n_mod_since_analyze = 0 from pg_stat_all_tables where relname = 'fresh'");
            Advice plain = stage.one(Rule.MISESTIMATE, "select * from fresh where a = -1 and b = -1");
            assertThat(plain.statement()).get().asString().contains("CREATE STATISTICS ON a, b");
            assertThat(plain.headline()).contains("2,000", "more");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void memoryThatDoesNotDo(int major) throws SQLException, FaultException {
        try (Stage stage = Stage.on(labs.primary(major))) {
            Client dba = stage.dba();
            String sort = "select * from \"Big Orders\" order by note, id";
            String join =
                    "select count(*) from \"Big Orders\" a join \"Big Orders\" b on a.note = b.note and a.id = b.id";
            String group = "select id, note, count(*) from \"Big Orders\" group by id, note";
            String bitmap = "select count(note) from \"Big Orders\" where \"order\" < 90";
            dba.does("create index on \"Big Orders\" (\"order\"); set enable_seqscan = off; set enable_mergejoin = off;"
                    + " set enable_nestloop = off; set enable_indexscan = off");
            for (String[] one : new String[][] {
                {"SORT_SPILL", sort, "1MB"},
                {"HASH_SPILL", join, "1MB"},
                {"HASH_SPILL", group, "1MB"},
                {"LOSSY_BITMAP", bitmap, "64kB"}
            }) {
                dba.does("set enable_sort = " + (one[1].equals(group) ? "off" : "on"));
                dba.does("set work_mem = '" + one[2] + "'");
                Advice advice = stage.one(Rule.valueOf(one[0]), one[1]);
                stage.follow(advice);
                assertThat(stage.advice(one[1]))
                        .as("after " + advice.statement() + ": " + one[1])
                        .extracting(Advice::rule)
                        .doesNotContain(advice.rule());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void waysThatCostMore(int major) throws SQLException, FaultException {
        try (Stage stage = Stage.on(labs.primary(major))) {
            Client dba = stage.dba();
            dba.does("create unique index on \"Big Orders\" (id)");
            dba.does("create table few as select i from generate_series(1, 100) i; analyze few");
            dba.does("set enable_hashjoin = off; set enable_mergejoin = off; set enable_material = off");
            Advice loops = stage.one(
                    Rule.MANY_LOOPS, "select count(*) from \"Big Orders\" a left join few on few.i > a.id % 100");
            assertThat(loops.headline()).contains("40,000 times");

            dba.does(
                    "delete from \"Big Orders\" where id % 2 = 0; set enable_seqscan = off; set enable_bitmapscan = off");
            String only = "select count(id) from \"Big Orders\" where id > 0";
            Advice fetches = stage.one(Rule.HEAP_FETCHES, only);
            assertThat(fetches.statement()).isEqualTo(Optional.of("VACUUM (ANALYZE) \"Advice\".\"Big Orders\";"));
            stage.follow(fetches);
            assertThat(stage.advice(only)).extracting(Advice::rule).doesNotContain(Rule.HEAP_FETCHES);

            dba.does(
                    "reset enable_seqscan; reset enable_bitmapscan; set max_parallel_workers_per_gather = 2;"
                            + " set parallel_setup_cost = 0; set min_parallel_table_scan_size = 0; set max_parallel_workers = 0");
            assertThat(stage.one(Rule.WORKERS_MISSING, "select max(note) from \"Big Orders\"")
                            .headline())
                    .startsWith("0 of");

            dba.does("set jit = on; set jit_above_cost = 0; set enable_seqscan = off");
            String disabled = "select note from \"Big Orders\" where note is null";
            assertThat(stage.advice(disabled)).extracting(Advice::rule).contains(Rule.DISABLED);
        }
    }
}
