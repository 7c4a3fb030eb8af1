package dev.watchkeeper.app.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.workbench.PasswordPrompt;
import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Which plans are asked for, and when. */
@ExtendWith(LabExtension.class)
final class PlanKeeperTest {
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final String LOOKUP = "select * from kept where k = $1";

    @TempDir
    Path home;

    private final Map<QueryRef, String> texts = new HashMap<>();

    @Test
    void keepsThePlansOfWhatTakesMostAndOfWhatBecameSlower(SharedLabs labs) throws SQLException, FaultException {
        PostgresServer lab = labs.primary();
        Surroundings around = new Surroundings(Map.of(), home, Clock.systemUTC(), ZoneOffset.UTC, "tester");
        try (Connection dba = lab.connect();
                Workbench bench = Workbench.of(around, PasswordPrompt.nobody(), warning -> {})) {
            does(
                    dba,
                    "create table kept as select i as k from generate_series(1, 20000) i; create index kept_k on kept (k);"
                            + " analyze kept");
            try {
                PlanKeeper keeper = new PlanKeeper(bench.open(bench.resolve(lab.uri())));
                StatementUse lookup = use(lab.database(), 1, LOOKUP, 1000, 1000);
                StatementUse vacuum = use(lab.database(), 2, "vacuum kept", 10, 9000);
                StatementUse gone = use(lab.database(), 3, "select * from not_there", 10, 8000);
                StatementUse elsewhere = use("ledger", 4, "select 1", 10, 7000);

                List<KeptPlan> first = keeper.look(at(0, lookup, vacuum, gone, elsewhere), texts);
                assertThat(first).extracting(plan -> plan.query().queryId()).containsExactly(1L);
                assertThat(first.getFirst().json()).contains("kept_k").doesNotContain("Actual");
                assertThat(keeper.look(at(60, lookup), texts))
                        .as("not each minute")
                        .isEmpty();

                does(dba, "drop index kept_k");
                StatementUse slower = use(lab.database(), 1, LOOKUP, 1000, 4000);
                List<KeptPlan> second = keeper.look(at(120, slower), texts);
                assertThat(second).as("at once, for it is four times slower").hasSize(1);
                assertThat(second.getFirst().shape())
                        .isNotEqualTo(first.getFirst().shape());
                assertThat(second.getFirst().firstSeen()).isEqualTo(NINE.plusSeconds(120));
                assertThat(keeper.look(at(180, slower), texts)).as("once").isEmpty();

                List<KeptPlan> third = keeper.look(at(300, slower), texts);
                assertThat(third).as("the next round").hasSize(1);
                assertThat(third.getFirst().shape()).isEqualTo(second.getFirst().shape());
                assertThat(keeper.look(at(10, slower), texts))
                        .as("the clock was set back")
                        .hasSize(1);
            } finally {
                does(dba, "drop table kept");
            }
        }
    }

    private StatementUse use(String database, long queryId, String text, long calls, double ms) {
        StatementId id = new StatementId(database, "postgres", queryId, true);
        texts.put(QueryRef.of(id), text);
        StatementFigures figures =
                new StatementFigures(calls, 0, 0, ms, ms * ms / calls, 0, ms, calls, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        return new StatementUse(id, figures);
    }

    private static Workload at(long second, StatementUse... uses) {
        Instant to = NINE.plusSeconds(second);
        return new Workload(to.minusSeconds(60), to, List.of(uses), List.of());
    }

    private static void does(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
