package dev.watchkeeper.postgres.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.Explained.Way;
import dev.watchkeeper.postgres.plans.tree.PlanShape;
import dev.watchkeeper.postgres.plans.tree.PlanText;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of statements as pg_stat_statements has them. */
@ExtendWith(LabExtension.class)
class ExplainerTest {
    private final SharedLabs labs;

    ExplainerTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void plansForAnyValuesAndForGivenOnes(int major) throws FaultException {
        try (PostgresServer server = Entrance.to(labs.primary(major)).open()) {
            ExplainRequest request =
                    ExplainRequest.of("select * from orders where id = $1 and now() > $3 or state = $2 limit $4");

            Explained generic = Explainer.explain(server, request);
            Explained given =
                    Explainer.explain(server, request.with(values("8812", "o'brien \\ $1", "2026-01-01", "NULL")));

            assertThat(generic.way()).isEqualTo(Way.GENERIC);
            assertThat(PlanText.of(generic.plan())).contains("orders", "$1");
            assertThat(given.way()).isEqualTo(Way.GIVEN);
            assertThat(PlanText.of(given.plan()))
                    .contains("orders", "8812", "o''brien")
                    .doesNotContain("$2");
            assertThat(Explainer.parameters(server, request))
                    .containsExactly(
                            "integer".equals(idType(server)) ? "integer" : "bigint",
                            "text",
                            "timestamp with time zone",
                            "bigint");
            assertThat(given.plan().settings())
                    .as("nothing of the console's own")
                    .isEmpty();
        }
    }

    private static String idType(PostgresServer server) throws FaultException {
        return Explainer.parameters(server, ExplainRequest.of("select * from orders where id = $1"))
                .getFirst();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void understandsWhatNormalisingMadeOfLiterals(int major) throws FaultException {
        try (PostgresServer server = Entrance.to(labs.primary(major)).open()) {
            Explained plan = Explainer.explain(
                    server,
                    ExplainRequest.of("select date $1 + interval $2, 'interval $9' from orders where state like $3"
                            + " and id in ($4 /*, ... */)"));

            assertThat(PlanText.of(plan.plan())).contains("orders");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16})
    void showsPartitionsOfAGenericPlan(int major) throws SQLException, FaultException {
        var lab = labs.primary(major);
        try (Client dba = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            dba.does("create table days (day int, x int) partition by range (day)");
            try {
                dba.does("create table days_1 partition of days for values from (0) to (10)");
                dba.does("create table days_2 partition of days for values from (10) to (20)");
                ExplainRequest request = ExplainRequest.of("select * from days where day = $1");
                Explained before = Explainer.explain(server, request);
                assertThat(PlanText.of(before.plan())).contains("days_1", "days_2");
                dba.does("create table days_3 partition of days for values from (20) to (30)");
                Explained after = Explainer.explain(server, request);
                assertThat(PlanShape.of(after.plan()))
                        .as("one more partition is no other plan")
                        .isEqualTo(PlanShape.of(before.plan()));
                dba.does(
                        "create index on days_3 (day); insert into days_3 select 25, i from generate_series(1, 50000) i");
                dba.does("analyze days_3");
                assertThat(PlanShape.of(
                                Explainer.explain(server, ExplainRequest.of("select * from days where day = 24"))
                                        .plan()))
                        .isNotEqualTo(PlanShape.of(before.plan()));
            } finally {
                dba.does("drop table days");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void plansWithTheSettingsOfTheRole(int major) throws SQLException, FaultException {
        var lab = labs.primary(major);
        try (Client dba = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            dba.does(
                    "alter role app_rw set work_mem = '77MB'; alter role app_rw in database shop set enable_sort = off");
            try {
                ExplainRequest request = ExplainRequest.of("select * from orders where state = $1 order by id");
                assertThat(Explainer.explain(server, request.as("app_rw"))
                                .plan()
                                .settings())
                        .containsEntry("work_mem", "77MB")
                        .containsEntry("enable_sort", "off");
                assertThat(Explainer.explain(server, request).plan().settings())
                        .as("nothing of it stays")
                        .isEmpty();
            } finally {
                dba.does("alter role app_rw reset work_mem; alter role app_rw in database shop reset enable_sort");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "set work_mem = '1MB', UNSUPPORTED, SET",
        "copy orders to stdout, UNSUPPORTED, COPY",
        "explain select 1, UNSUPPORTED, EXPLAIN",
        "select 1; select 2, UNSUPPORTED, several",
        "select nothing from nowhere, FAILED, nowhere",
        "select $1 + $2, FAILED, parameters",
    })
    void saysWhyThereIsNoPlan(String statement, FaultKind kind, String word) {
        try (PostgresServer server = Entrance.to(labs.primary()).open()) {
            Fault fault = Faulty.of(() -> Explainer.explain(server, ExplainRequest.of(statement)));

            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.sentence()).contains(word);
        }
    }

    @Test
    void saysWhatIsWrongWithTheValues() {
        try (PostgresServer server = Entrance.to(labs.primary()).open()) {
            ExplainRequest request = ExplainRequest.of("select * from orders where id = $1 and state = $2");

            Fault few = Faulty.of(() -> Explainer.explain(server, request.with(values("1"))));
            assertThat(few.kind()).isEqualTo(FaultKind.BAD_INPUT);
            assertThat(few.sentence()).contains("2 parameters", "1 value", "text");
            Fault odd = Faulty.of(() -> Explainer.explain(server, request.with(values("one", "paid"))));
            assertThat(odd.sentence()).contains("one");
            Fault elsewhere = Faulty.of(() -> Explainer.explain(server, request.in("ledger")));
            assertThat(elsewhere.sentence()).contains("ledger", "shop");
        }
    }

    static List<Optional<String>> values(String... values) {
        return Arrays.stream(values)
                .map(value -> Optional.of(value).filter(one -> !one.equals("NULL")))
                .toList();
    }
}
