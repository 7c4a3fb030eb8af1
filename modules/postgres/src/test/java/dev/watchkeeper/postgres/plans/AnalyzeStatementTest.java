package dev.watchkeeper.postgres.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.action.ActionDesk;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import dev.watchkeeper.postgres.testing.MemoryAudit;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Running a statement to measure it, and what becomes of what it did. */
@ExtendWith(LabExtension.class)
class AnalyzeStatementTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final SharedLabs labs;

    AnalyzeStatementTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void measuresAndLeavesNothingButWhatItSaid(int major) throws SQLException, FaultException {
        var lab = labs.primary(major);
        try (Client dba = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            dba.does("create table counted (id serial, n int, t text)");
            dba.does("create function counts() returns trigger language plpgsql as 'begin return new; end'");
            dba.does("create trigger counting after insert on counted for each row execute function counts()");
            try {
                List<Explained> seen = new ArrayList<>();
                AnalyzeStatement action = AnalyzeStatement.of(
                        server,
                        ExplainRequest.of("insert into counted (n, t) select i, $2 from generate_series(1, $1) i")
                                .with(ExplainerTest.values("70", "it's")),
                        LIMIT,
                        seen::add);

                assertThat(action.preview())
                        .contains("runs the INSERT", "rolled back", "counted_id_seq", "counting", "20 s");
                assertThat(action.statement()).contains("explain (analyze", "('70', 'it''s')");
                assertThat(action.danger()).isEqualTo(Danger.DANGEROUS);
                assertThat(desk().run(action).done()).isTrue();

                Explained explained = seen.getFirst();
                assertThat(explained.way()).isEqualTo(Explained.Way.ANALYZED);
                assertThat(explained
                                .plan()
                                .root()
                                .children()
                                .getFirst()
                                .actual()
                                .orElseThrow()
                                .rows())
                        .isEqualTo(70);
                assertThat(explained.plan().triggers())
                        .anyMatch(trigger -> trigger.name().equals("counting"));
                assertThat(dba.asks("select count(*) from counted")).containsExactly("0");
                assertThat(dba.asks("select nextval('counted_id_seq')"))
                        .as("as it said")
                        .containsExactly("71");
            } finally {
                dba.does("drop table counted; drop function counts()");
            }
        }
    }

    @Test
    void whatOnlyReadsCannotWrite() throws SQLException, FaultException {
        var lab = labs.primary();
        try (Client dba = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            dba.does("create table marks (n int)");
            dba.does("create function leaves_some() returns int language plpgsql as"
                    + " $$ begin insert into marks values (1); return 1; end $$");
            dba.does("create function leaves_marks() returns int language plpgsql stable as"
                    + " $$ begin perform leaves_some(); return 1; end $$");
            dba.does("create view hidden as select nextval('orders_id_seq') as n, leaves_some() as m");
            try {
                AnalyzeStatement lying = AnalyzeStatement.of(
                        server, ExplainRequest.of("select leaves_marks() from orders limit 1"), LIMIT, seen -> {});
                assertThat(lying.danger()).isEqualTo(Danger.ORDINARY);
                assertThat(lying.preview()).contains("read-only transaction");
                assertThat(Faulty.of(lying::run).message()).contains("read-only");

                AnalyzeStatement honest =
                        AnalyzeStatement.of(server, ExplainRequest.of("select n, m from hidden"), LIMIT, seen -> {});
                assertThat(honest.danger()).isEqualTo(Danger.DANGEROUS);
                assertThat(honest.preview())
                        .contains("does not undo", "takes numbers from a sequence", "public.leaves_some");
            } finally {
                dba.does("drop view hidden; drop function leaves_marks; drop function leaves_some; drop table marks");
            }
        }
    }

    @Test
    void isEndedAfterItsTimeAndRefusedWhereNothingMayBeDone() throws FaultException {
        var lab = labs.primary();
        try (PostgresServer server = Entrance.to(lab).open();
                PostgresServer quiet = Entrance.to(lab).asReadOnly().open()) {
            AnalyzeStatement slow = AnalyzeStatement.of(
                    server, ExplainRequest.of("select pg_sleep(3600)"), Duration.ofMillis(50), seen -> {});
            Fault ended = Faulty.of(slow::run);
            assertThat(ended.kind()).isEqualTo(FaultKind.TIMEOUT);
            assertThat(ended.sentence()).contains("ran for 50 ms", "Allow it more, 29 s at most");
            assertThat(Explainer.explain(server, ExplainRequest.of("select 1"))
                            .plan()
                            .isMeasured())
                    .as("the connection is well")
                    .isFalse();

            AnalyzeStatement refused = AnalyzeStatement.of(quiet, ExplainRequest.of("select 1"), LIMIT, seen -> {});
            Fault fault = Faulty.of(() -> desk().run(refused));
            assertThat(fault.kind()).isEqualTo(FaultKind.DENIED);

            Fault values = Faulty.of(() -> AnalyzeStatement.of(
                    server, ExplainRequest.of("select * from orders where state = $1"), LIMIT, seen -> {}));
            assertThat(values.kind()).isEqualTo(FaultKind.BAD_INPUT);
            assertThat(values.sentence()).contains("text");
        }
    }

    private static ActionDesk desk() {
        return new ActionDesk(new MemoryAudit(), Clock.systemUTC(), "tester");
    }
}
