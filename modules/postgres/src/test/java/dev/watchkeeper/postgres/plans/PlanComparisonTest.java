package dev.watchkeeper.postgres.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanChange;
import dev.watchkeeper.postgres.plans.tree.PlanComparison;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changed from one plan to another. */
@ExtendWith(LabExtension.class)
class PlanComparisonTest {
    private static final String STATEMENT =
            "select s.n from swapped s join orders o on o.id = s.n where s.k = $1 and s.n > 5 order by s.n limit 9";

    private final SharedLabs labs;

    PlanComparisonTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aDroppedIndexIsNamed(int major) throws SQLException, FaultException {
        var lab = labs.primary(major);
        try (Client dba = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            dba.does("create table swapped as select i as n, i as k from generate_series(1, 30000) i;"
                    + " create index swapped_k on swapped (k); analyze swapped");
            try {
                Plan before = plan(server);
                dba.does("drop index swapped_k");
                Plan after = plan(server);

                PlanComparison comparison = PlanComparison.of(before, after, GoneIndexes.of(server, before));

                assertThat(comparison.isSameShape()).isFalse();
                PlanChange first = comparison.changes().getFirst();
                assertThat(first.kind()).isEqualTo(PlanChange.Kind.ACCESS);
                assertThat(first.worse()).isTrue();
                assertThat(first.headline()).contains("swapped: ", "Seq Scan instead of ", "using swapped_k");
                assertThat(first.text()).contains("does not exist any more");
                assertThat(comparison.changes())
                        .as("it costs more")
                        .anyMatch(change -> change.kind() == PlanChange.Kind.WEIGHT && change.worse());
                assertThat(comparison.summary()).isEqualTo(first.headline());

                PlanComparison same = PlanComparison.of(after, plan(server), Set.of());
                assertThat(same.isSameShape()).isTrue();
                assertThat(same.changes()).isEmpty();
            } finally {
                dba.does("drop table swapped");
            }
        }
    }

    private static Plan plan(PostgresServer server) throws FaultException {
        return Explainer.explain(server, ExplainRequest.of(STATEMENT)).plan();
    }
}
