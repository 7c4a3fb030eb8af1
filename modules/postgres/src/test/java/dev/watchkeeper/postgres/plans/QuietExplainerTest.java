package dev.watchkeeper.postgres.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.Explained.Way;
import dev.watchkeeper.postgres.plans.tree.PlanShape;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that nobody has asked for leave no trace. */
@ExtendWith(LabExtension.class)
class QuietExplainerTest {
    private final SharedLabs labs;

    QuietExplainerTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void theSamePlanWithoutATrace(int major) throws FaultException, SQLException, IOException {
        var lab = labs.primary(major);
        String text = "select id as quietly_planned from orders where id = $1 and state = $2";
        try (PostgresServer server = Entrance.to(lab).open();
                Client dba = Client.enter(lab)) {
            Explained quiet =
                    QuietExplainer.explain(server, ExplainRequest.of(text).as("app_ro"));

            assertThat(quiet.way()).isEqualTo(Way.GENERIC);
            assertThat(dba.asks("select count(*) from pg_stat_statements where query like '%quietly_planned%'"
                            + " and query not like '%pg_stat_statements%'"))
                    .as("entries that push out others")
                    .containsExactly("0");
            assertThat(PlanShape.of(quiet.plan()))
                    .isEqualTo(PlanShape.of(
                            Explainer.explain(server, ExplainRequest.of(text).as("app_ro"))
                                    .plan()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatCannotBePlannedIsNoErrorInTheLog(int major) throws FaultException, IOException {
        var lab = labs.primary(major);
        try (PostgresServer server = Entrance.to(lab).open()) {
            FaultException fault = catchThrowableOfType(
                    FaultException.class,
                    () -> QuietExplainer.explain(
                            server, ExplainRequest.of("select * from gone_in_silence where x = $1")));

            assertThat(fault.fault().message()).contains("gone_in_silence");
            assertThat(Files.readString(lab.logFile())).doesNotContain("gone_in_silence");
            assertThat(QuietExplainer.explain(server, ExplainRequest.of("select 1"))
                            .way())
                    .as("the connection is as good as before")
                    .isEqualTo(Way.GIVEN);
        }
    }
}
