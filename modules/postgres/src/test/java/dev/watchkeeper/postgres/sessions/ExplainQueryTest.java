package dev.watchkeeper.postgres.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Asks;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan of somebody's statement, without running it. */
@ExtendWith(LabExtension.class)
class ExplainQueryTest {
    private final SharedLabs labs;
    private final dev.watchkeeper.lab.postgres.PostgresServer lab;

    ExplainQueryTest(SharedLabs labs) {
        this.labs = labs;
        this.lab = labs.primary();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void showsThePlan(int major) throws FaultException {
        try (PostgresServer server = Entrance.to(labs.primary(major)).open()) {
            assertThat(ExplainQuery.plan(server, running("select * from orders where id = 8812")))
                    .contains("Index Scan", "orders", "cost=");
            assertThat(ExplainQuery.plan(server, running("UPDATE orders SET state = 'paid' WHERE id = 8812;")))
                    .contains("Update on", "orders");
            assertThat(ExplainQuery.plan(server, running("with x as (delete from jobs returning *) select * from x")))
                    .contains("Delete on");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/* app:billing */ select 1",
                "-- who: nightly\n select 1",
                "  (select 1) union all (select 2)",
                "select '/* ; */ -- ;'",
                "select $tag$ ; drop table orders; $tag$",
                "values (1), (2);"
            })
    void showsThePlanOfWhatLooksOdd(String query) throws FaultException {
        try (PostgresServer server = Entrance.to(lab).open()) {
            assertThat(ExplainQuery.plan(server, running(query))).contains("cost=");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void showsAGenericPlanForParameters(int major) throws FaultException {
        try (PostgresServer server = Entrance.to(labs.primary(major)).open()) {
            Session session = running("select 'costs $9' from orders where id = $2 and state = $1 and $2 > 5");

            assertThat(ExplainQuery.plan(server, session)).contains("Index Scan", "$1", "$2");
            assertThat(ExplainQuery.plan(server, session)).as("once more").contains("$1");
            assertThat(refusal(server, running("select * from no_such_table where id = $1"))
                            .kind())
                    .isEqualTo(FaultKind.FAILED);
            assertThat(ExplainQuery.plan(server, session)).as("after a failure").contains("$1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; drop table precious",
                "select 1 ; insert into precious values (2)",
                "select '$tag$'; drop table precious; select '$tag$'",
                "select 1 /* */; drop table precious --",
                "select 1; ; drop table precious"
            })
    void severalStatementsAreRefusedAndNoneIsRun(String query) throws SQLException {
        try (Client dba = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            dba.does("drop table if exists precious; create table precious as select 1 as n");
            assertThat(refusal(server, running(query)).kind()).isEqualTo(FaultKind.UNSUPPORTED);
            assertThat(dba.asks("select n from precious")).containsExactly("1");
            dba.does("drop table precious");
        }
    }

    @Test
    void severalStatementsAreSeenAlsoWhereBackslashesEscape() throws SQLException {
        try (Client dba = Client.enter(lab);
                Client victim = Client.enter(lab);
                PostgresServer server = Entrance.to(lab)
                        .with("options", "-c standard_conforming_strings=off")
                        .open()) {
            String query = "select 'a\\''; select pg_terminate_backend(" + victim.pid() + "); --'";

            assertThat(refusal(server, running(query)).kind()).isEqualTo(FaultKind.UNSUPPORTED);
            assertThat(victim.isAlive()).isTrue();
            assertThat(dba.asks("select 1")).containsExactly("1");
        }
    }

    @Test
    void nothingThatThePlannerRunsCanWrite() throws SQLException {
        try (Client dba = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            dba.does("create table written (n int)");
            dba.does("create function lies(int) returns int language plpgsql immutable as"
                    + " $$ begin insert into written values (1); return 1; end $$");
            try {
                assertThat(refusal(server, running("select lies(1)")).kind()).isEqualTo(FaultKind.FAILED);
                assertThat(dba.asks("select n from written")).isEmpty();
            } finally {
                dba.does("drop function lies; drop table written");
            }
        }
    }

    @Test
    void namesMeanWhatTheyMeanToTheRoleThatRanIt() throws SQLException, FaultException {
        try (Client dba = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            dba.does("create schema app_ro authorization app_ro");
            dba.does("create schema elsewhere; grant usage on schema elsewhere to app_rw");
            dba.does("create table app_ro.mine (n int); alter table app_ro.mine owner to app_ro");
            dba.does("create table elsewhere.ours (n int); grant select on elsewhere.ours to app_rw");
            dba.does("alter role app_rw in database shop set search_path = elsewhere, public");
            try {
                assertThat(ExplainQuery.plan(server, by("app_ro", "select * from mine")))
                        .contains("app_ro.mine");
                assertThat(ExplainQuery.plan(server, by("app_rw", "select * from ours, orders")))
                        .contains("elsewhere.ours", "public.orders");
                assertThat(server.probe(Asks.one("select current_user || ' ' || current_setting('search_path')")))
                        .as("nothing of it stays")
                        .isEqualTo("postgres pg_catalog");
            } finally {
                dba.does("alter role app_rw in database shop reset search_path");
                dba.does("drop schema app_ro, elsewhere cascade");
            }
        }
    }

    @Test
    void theRightsAreThoseOfTheRoleThatRanIt() throws SQLException {
        try (Client dba = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            dba.does("create table secrets (n int)");
            try {
                assertThat(refusal(server, by("app_ro", "select * from secrets"))
                                .kind())
                        .isEqualTo(FaultKind.DENIED);
            } finally {
                dba.does("drop table secrets");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vacuum orders", "begin", "", "alter table orders add x int", "analyze", "explain select 1"})
    void utilityStatementsHaveNoPlan(String query) {
        try (PostgresServer server = Entrance.to(lab).open()) {
            assertThat(refusal(server, running(query)).kind()).isEqualTo(FaultKind.UNSUPPORTED);
        }
    }

    @Test
    void aTextThatTheServerCutOffHasNoPlan() throws Exception {
        String longText = "select 1 where '" + "x".repeat(6000) + "' = 'y'";
        try (Client client = Client.enter(lab).does(longText);
                PostgresServer server = Entrance.to(lab).open()) {
            Session session = new SessionsProbe(server)
                    .read().value().sessions().stream()
                            .filter(one -> one.pid() == client.pid())
                            .findFirst()
                            .orElseThrow();

            Fault fault = refusal(server, session);

            assertThat(fault.kind()).isEqualTo(FaultKind.UNSUPPORTED);
            assertThat(fault.sentence()).contains("track_activity_query_size");
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {"postgres", "NULL"},
            nullValues = "NULL")
    void aStatementOfAnotherDatabase(@Nullable String database) {
        try (PostgresServer server = Entrance.to(lab).open()) {
            Fault fault = refusal(server, session(database, "select 1"));

            assertThat(fault.kind()).isEqualTo(FaultKind.UNSUPPORTED);
            assertThat(fault.message()).doesNotContain("null");
            assertThat(fault.advice()).isNotEmpty();
        }
    }

    private static Fault refusal(PostgresServer server, Session session) {
        return Faulty.of(() -> ExplainQuery.plan(server, session));
    }

    private static Session running(String query) {
        return session("shop", query);
    }

    private static Session by(String user, String query) {
        return session("shop", user, query);
    }

    private static Session session(@Nullable String database, String query) {
        return session(database, "app_rw", query);
    }

    private static Session session(@Nullable String database, String user, String query) {
        return new Session(
                1,
                0,
                "client backend",
                database,
                user,
                "",
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                SessionState.ACTIVE,
                null,
                null,
                null,
                0,
                0,
                null,
                query,
                List.of(),
                false);
    }
}
