package dev.watchkeeper.postgres.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.sql.Place;
import dev.watchkeeper.kernel.sql.SqlScript;
import dev.watchkeeper.kernel.sql.SqlStatement;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.console.StatementFault.Reason;
import dev.watchkeeper.postgres.console.TransactionState.Phase;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Running statements, on a real server. */
@ExtendWith(LabExtension.class)
class SqlConsoleTest {
    private final PostgresServer lab;

    SqlConsoleTest(SharedLabs labs) {
        this.lab = labs.primary();
    }

    @BeforeEach
    void tables() throws SQLException {
        try (Client dba = Client.enter(lab)) {
            dba.does("drop table if exists console_t; create table console_t (a int primary key, b text);"
                    + "insert into console_t select g, 'x' from generate_series(1, 100) g");
        }
    }

    @Test
    void aMillionRowsComePageByPage() throws FaultException {
        try (Consoles typed = Consoles.at(Entrance.to(lab))) {
            RowCursor rows = typed.run("select g, repeat('x', 200) from generate_series(1, 1000000) g")
                    .rows()
                    .orElseThrow();
            assertThat(typed.console.transaction().phase()).isEqualTo(Phase.READING);
            System.gc();
            long before = used();
            long seen = 0;
            long most = 0;
            Page page;
            do {
                page = rows.next(1000);
                seen += page.rows().size();
                if (seen % 100_000 == 0) {
                    System.gc();
                    most = Math.max(most, used() - before);
                }
            } while (!page.last());
            assertThat(seen).isEqualTo(1_000_000);
            assertThat(most).as("bytes kept").isLessThan(20_000_000);
            assertThat(typed.console.transaction()).isEqualTo(TransactionState.IDLE);
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void hugeRowsComeAFewAtATime() throws FaultException {
        try (Consoles typed = Consoles.at(Entrance.to(lab))) {
            RowCursor rows = typed.run("select repeat('x', 1000000) from generate_series(1, 300)")
                    .rows()
                    .orElseThrow();
            assertThat(rows.next(1000).rows()).hasSizeLessThan(20);
        }
    }

    @Test
    void anotherStatementEndsAResultAndSaysSo() throws FaultException {
        try (Consoles typed = Consoles.at(Entrance.to(lab))) {
            RowCursor rows =
                    typed.run("select generate_series(1, 100000)").rows().orElseThrow();
            assertThat(rows.next(10).last()).isFalse();
            assertThat(typed.value("select 1")).isEqualTo("1");
            assertThat(Faulty.of(() -> rows.next(1000)).kind()).isEqualTo(FaultKind.CONFLICT);
            RowCursor closed =
                    typed.run("select generate_series(1, 100000)").rows().orElseThrow();
            closed.close();
            assertThat(typed.console.transaction()).isEqualTo(TransactionState.IDLE);
        }
    }

    @Test
    void whatChangesIsRunToItsEndHoweverLittleIsLookedAt() throws FaultException {
        try (Consoles typed = Consoles.at(Entrance.to(lab))) {
            Answer answer = typed.run("insert into console_t select g from generate_series(101, 20100) g returning a");
            assertThat(answer.count()).hasValue(20_000);
            RowCursor rows = answer.rows().orElseThrow();
            assertThat(rows.next(100_000).rows()).hasSize(SqlConsole.KEPT_ROWS);
            assertThat(rows.dropped()).isEqualTo(15_000);
            typed.run("create function pg_temp.leave(int) returns int volatile language sql"
                    + " as 'delete from console_t where a = $1 returning a'");
            typed.run("select pg_temp.leave(g) from generate_series(1, 10000) g")
                    .rows()
                    .orElseThrow()
                    .close();
            assertThat(typed.value("select count(*) from console_t where a <= 10000"))
                    .isEqualTo("0");
        }
    }

    @Test
    void isCancelledWhileItRunsAndWhileItIsRead() throws Exception {
        try (Consoles typed = Consoles.at(Entrance.to(lab));
                Client other = Client.enter(lab)) {
            typed.run("select 1");
            assertThat(typed.console.cancel()).as("nothing runs").isFalse();
            CompletableFuture<Fault> sleeping =
                    CompletableFuture.supplyAsync(() -> Faulty.of(() -> typed.run("select pg_sleep(600)")));
            other.until("it sleeps", wait(typed, "wait_event = 'PgSleep'"));
            assertThat(typed.console.cancel()).isTrue();
            assertThat(sleeping.get().message()).startsWith("cancelled after");

            RowCursor rows = typed.run(
                            "select case when g > 150 then pg_sleep(600)::text end from generate_series(1, 300) g")
                    .rows()
                    .orElseThrow();
            assertThat(rows.next(100).rows()).hasSize(100);
            CompletableFuture<Fault> reading = CompletableFuture.supplyAsync(() -> Faulty.of(() -> rows.next(100)));
            other.until("it sleeps", wait(typed, "wait_event = 'PgSleep'"));
            assertThat(typed.console.cancel()).isTrue();
            assertThat(reading.get().message()).startsWith("cancelled after");
            assertThat(typed.value("select 2")).isEqualTo("2");
        }
    }

    private static String wait(Consoles typed, String what) {
        return "select count(*) = 1 from pg_stat_activity where pid = "
                + typed.console.pid().orElseThrow() + " and " + what;
    }

    @Test
    void transactionsAreFollowed() throws FaultException {
        try (Consoles typed = Consoles.at(Entrance.to(lab))) {
            assertThat(typed.run("begin").after().phase()).isEqualTo(Phase.OPEN);
            typed.run("update console_t set b = 'y' where a = 1");
            TransactionState open = typed.run("select 1").after();
            assertThat(open.changes()).isEqualTo(1);
            assertThat(open.since()).isPresent();
            assertThat(Faulty.of(() -> typed.run("select 1/0")).message()).contains("division by zero");
            assertThat(typed.console.transaction().phase()).isEqualTo(Phase.FAILED);
            assertThat(Faulty.of(() -> typed.run("select 1")).advice()).contains("ROLLBACK");
            Answer committed = typed.run("commit");
            assertThat(committed.verb()).as("what a COMMIT of it really does").isEqualTo("ROLLBACK");
            assertThat(committed.after()).isEqualTo(TransactionState.IDLE);

            typed.console.settings(ConsoleSettings.USUAL.mode(TransactionMode.MANUAL));
            typed.run("update console_t set b = 'z' where a = 1");
            assertThat(typed.console.transaction().phase()).isEqualTo(Phase.OPEN);
            assertThat(Faulty.of(() -> typed.console.settings(ConsoleSettings.USUAL))
                            .kind())
                    .isEqualTo(FaultKind.CONFLICT);
            typed.run("rollback");
            typed.run("vacuum console_t");
            assertThat(typed.value("select b from console_t where a = 1")).isEqualTo("x");
        }
    }

    @Test
    void aLostConnectionSaysWhatIsNotCommitted() throws SQLException, FaultException {
        try (Consoles typed = Consoles.at(Entrance.to(lab));
                Client dba = Client.enter(lab)) {
            typed.run("begin");
            typed.run("delete from console_t");
            dba.does("select pg_terminate_backend(" + typed.console.pid().orElseThrow() + ", 10000)");
            StatementFault lost = (StatementFault) Faulty.exceptionOf(() -> typed.run("select 1"));
            assertThat(lost.reason()).isEqualTo(Reason.LOST);
            assertThat(lost.fault().message())
                    .contains("transaction open", "1 statement that may have changed data", "is not committed");
            assertThat(typed.console.transaction()).isEqualTo(TransactionState.IDLE);
            assertThat(typed.value("select count(*) from console_t")).isEqualTo("100");

            dba.does("create function pg_temp.x() returns void language sql as 'select 1'");
            Fault unknown = Faulty.of(() -> typed.run("do $$ begin delete from console_t; perform"
                    + " pg_terminate_backend(pg_backend_pid()); perform pg_sleep(60); end $$"));
            assertThat(unknown.message()).contains("not known whether it was committed");
        }
    }

    @Test
    void aFloodOfNoticesIsCountedNotKept() throws FaultException {
        try (Consoles typed = Consoles.at(Entrance.to(lab))) {
            Answer answer = typed.run("do $$ begin for i in 1..20000 loop raise notice 'no. %', i; end loop; end $$");
            assertThat(answer.notices()).isEqualTo(20_000);
            assertThat(typed.notices).hasSize(SqlConsole.KEPT_NOTICES);
            assertThat(typed.notices.getFirst()).isEqualTo(new Notice("NOTICE", "no. 1", "", ""));
        }
    }

    @Test
    void noticesComeWhileItRuns() throws Exception {
        try (Consoles typed = Consoles.at(Entrance.to(lab))) {
            CompletableFuture<Notice> first = new CompletableFuture<>();
            CompletableFuture<Fault> running = CompletableFuture.supplyAsync(() -> Faulty.of(() -> typed.console.run(
                    Request.of("do $$ begin raise warning 'now'; perform pg_sleep(600); end $$"), first::complete)));
            assertThat(first.get().message()).isEqualTo("now");
            typed.console.cancel();
            assertThat(running.get().message()).startsWith("cancelled");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into console_t values (1000)",
                "do $$ begin set transaction read write; delete from console_t; end $$",
                "with d as (delete from console_t returning a) select * from d",
                "select nextval('pg_catalog.pg_class'::regclass)",
                "vacuum console_t",
                "reindex table console_t",
                "alter system set work_mem = '1GB'",
                "copy console_t to program 'true'",
                "select pg_reload_conf()",
                "create index concurrently on console_t (b)"
            })
    void readOnlyIsReadOnly(String statement) {
        try (Consoles typed = Consoles.at(Entrance.to(lab).asReadOnly())) {
            assertThat(Faulty.of(() -> typed.run("select set_config('transaction_read_only', 'off', true)"))
                            .message())
                    .contains("read-write mode");
            assertThat(Faulty.of(() -> typed.run(statement)).sentence()).contains("read-only");
        }
    }

    @Test
    void aTransactionCannotBeMadeToWriteEither() throws FaultException {
        try (Consoles typed = Consoles.at(Entrance.to(lab), ConsoleSettings.USUAL.readOnly(true))) {
            typed.value("select set_config('default_transaction_read_only', 'off', false)");
            typed.run("begin read write");
            assertThat(Faulty.of(() -> typed.run("delete from console_t")).advice())
                    .contains("read-only");
            typed.run("rollback");
            typed.run("begin");
            assertThat(Faulty.of(() -> typed.run("set transaction read write")).message())
                    .contains("before any query");
            typed.run("rollback");
            typed.run("begin");
            typed.run("commit and chain");
            assertThat(Faulty.of(() -> typed.run("set session characteristics as transaction read write; delete from"
                                    + " console_t"))
                            .message())
                    .contains("multiple commands");
            typed.run("rollback");
            typed.console.settings(ConsoleSettings.USUAL);
            assertThat(typed.run("delete from console_t").count()).hasValue(100);
        }
    }

    @Test
    void errorsKnowTheirPlaceInTheScript() {
        String script = "select 'ü😀';\n\nselect a,\n  '😀' || :x || frm\nfrom console_t where a = :x";
        SqlStatement second = SqlScript.of(script).statements().get(1);
        try (Consoles typed = Consoles.at(Entrance.to(lab))) {
            StatementFault fault = (StatementFault) Faulty.exceptionOf(
                    () -> typed.console.run(Request.of(second, script).values(Map.of("x", "1")), typed.notices::add));
            assertThat(fault.complaint().orElseThrow().place()).hasValue(new Place(script.indexOf("frm"), 4, 16));
            assertThat(fault.fault().message()).startsWith("line 4, column 16: column \"frm\" does not exist");
        }
    }

    @Test
    void parametersHaveValuesOrNull() throws FaultException {
        try (Consoles typed = Consoles.at(Entrance.to(lab))) {
            String sql = "select '{\"k\": 1}'::jsonb ? :key, :n::int + $1, :none::text is null, :'key' from console_t"
                    + " where a = :n";
            Map<String, @Nullable String> values = new HashMap<>(Map.of("key", "k", "n", "7", "$1", "3"));
            assertThat(Faulty.of(() -> typed.console.run(Request.of(sql).values(values), typed.notices::add)))
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(FaultKind.BAD_INPUT))
                    .satisfies(fault -> assertThat(fault.message()).contains("none"));
            values.put("none", null);
            Answer answer = typed.console.run(Request.of(sql).values(values), typed.notices::add);
            assertThat(answer.rows().orElseThrow().next(2).rows().getFirst().values())
                    .containsExactly("t", "10", "t", "k");
        }
    }

    @Test
    void aStatementThatTakesTooLongIsEnded() throws FaultException {
        try (Consoles typed =
                Consoles.at(Entrance.to(lab), ConsoleSettings.USUAL.statementTimeout(Duration.ofMillis(100)))) {
            StatementFault fault = (StatementFault) Faulty.exceptionOf(() -> typed.run("select pg_sleep(600)"));
            assertThat(fault.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(fault.fault().advice()).contains("statement_timeout");
        }
    }

    @Test
    void aMegabyteOfSqlAndABodyOfSqlAreRun() throws FaultException, IOException {
        try (Consoles typed = Consoles.at(Entrance.to(lab))) {
            assertThat(typed.value("select length('" + "x".repeat(1_000_000) + "')"))
                    .isEqualTo("1000000");
            String script = """
                create or replace function console_f(int) returns text begin atomic
                    select case when $1 > 1 then 'many' else 'one' end; select case $1 when 3 then 'three;' else 'x' end; end;
                select console_f(3)""";
            SqlScript cut = SqlScript.of(script);
            assertThat(cut.statements()).hasSize(2);
            typed.console.run(Request.of(cut.statements().getFirst(), script), typed.notices::add);
            assertThat(typed.value(cut.statements().getLast().text())).isEqualTo("three;");
            typed.run("drop function console_f(int)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\copy t from 'x'",
                "copy console_t to stdout",
                "set datestyle to german",
                "set client_encoding = latin1"
            })
    void saysWhatToUseInstead(String statement) {
        try (Consoles typed = Consoles.at(Entrance.to(lab))) {
            Fault fault = Faulty.of(() -> typed.run(statement));
            assertThat(fault.kind()).isEqualTo(FaultKind.UNSUPPORTED);
            assertThat(fault.advice()).isNotEmpty();
        }
    }

    @Test
    void isBusyWithOneStatementAtATime() throws Exception {
        try (Consoles typed = Consoles.at(Entrance.to(lab));
                Client other = Client.enter(lab)) {
            typed.run("select 1");
            CompletableFuture<Fault> sleeping =
                    CompletableFuture.supplyAsync(() -> Faulty.of(() -> typed.run("select pg_sleep(600)")));
            other.until("it sleeps", wait(typed, "wait_event = 'PgSleep'"));
            assertThat(Faulty.of(() -> typed.run("select 1")).kind()).isEqualTo(FaultKind.CONFLICT);
            typed.console.close();
            assertThat(sleeping.get().kind()).isEqualTo(FaultKind.UNREACHABLE);
        }
    }
}
