package dev.watchkeeper.postgres.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.OwnStatements;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.ExplainRequest;
import dev.watchkeeper.postgres.plans.QuietExplainer;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console asks can be told from what others do, in what the server keeps of it. */
@ExtendWith(LabExtension.class)
class OwnStatementsTest {
    private final SharedLabs labs;

    OwnStatementsTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void areMarkedInEveryVersion(int major) throws FaultException, SQLException {
        var lab = labs.primary(major);
        try (Client dba = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).user("postgres").open()) {
            dba.does("select pg_stat_statements_reset()");
            new StatementsProbe(server).read();
            QuietExplainer.explain(server, ExplainRequest.of("select 1"));

            List<String> kept =
                    dba.asks("select query from pg_stat_statements where query ilike '%pg_stat_statements(%'"
                            + " or query ilike '%do %$$%'");

            assertThat(kept.stream().filter(OwnStatements::isOwn).count())
                    .as("of %s", kept)
                    .isGreaterThanOrEqualTo(3);
            assertThat(OwnStatements.isOwn("select 1")).isFalse();
        }
    }
}
