package dev.watchkeeper.postgres.plans.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Client;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of many kinds, as servers of all versions write them. */
@ExtendWith(LabExtension.class)
class ServerPlansTest {
    private static final String EXPLAIN = "explain (analyze, buffers, settings, wal, verbose, format json) ";

    private static final List<String> STATEMENTS = List.of(
            "with recursive t (n) as (values (1) union all select n + 1 from t where n < 50)"
                    + " select n, row_number() over (order by n), (select count(*) from s where s.i < n) from t",
            "select a.g, count(*) from b a join s on s.i = a.g left join b c on c.i = a.i where a.i < 5000"
                    + " group by rollup (a.g) order by 1, 2 limit 10",
            "select * from b where i = 5 or i = 7 or g = 3",
            "select * from (select i from b union all select i from s) u where i in (select i from s) except select 5",
            "select i, g, t from b order by i, t limit 5",
            "insert into s values (0) on conflict do nothing returning i",
            "with gone as (delete from s where i > 90 returning i) select count(*) from gone where i > 95",
            "select * from generate_series(1, 3) n cross join lateral (select * from b where b.i = n) x",
            "select distinct on (g) g, i from b where t like '%9' order by g, i desc",
            "select i from s where i < 10 order by i for update");

    private final SharedLabs labs;

    ServerPlansTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void everyNodeIsReadAndAllTimeIsSomebodys(int major) throws SQLException, FaultException {
        PostgresServer lab = labs.primary(major);
        try (Client dba = Client.enter(lab)) {
            dba.does(
                    "create temp table b as select i, i % 100 as g, i::text as t from generate_series(1, 20000) i;"
                            + " create temp table s as select i from generate_series(1, 100) i;"
                            + " create index on b (i); create index on b (g); create unique index on s (i); analyze b; analyze s");
            for (String statement : STATEMENTS) {
                dba.does("begin");
                Plan plan = PlanReader.read(String.join("\n", dba.asks(EXPLAIN + statement)));
                List<String> text = dba.asks(EXPLAIN.replace(", format json", "") + statement);
                dba.does("rollback");

                assertThat(PlanText.of(plan).lines().filter(line -> line.contains("(cost=")))
                        .as(statement)
                        .hasSameSizeAs(text.stream()
                                .filter(line -> line.contains("(cost="))
                                .toList());
                assertThat(titles(PlanText.of(plan).lines().toList()))
                        .as(major + ": " + statement)
                        .isEqualTo(titles(text));
                NodeLoads loads = NodeLoads.of(plan);
                assertThat(loads.own()).allMatch(own -> own >= 0);
                // more only where the server's rounding of short loops adds up
                assertThat(loads.total()).isGreaterThanOrEqualTo(loads.whole().getFirst() - 0.01);
            }
        }
    }

    /** What stands before the figures; temporary schemas are numbered. */
    private static List<String> titles(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("(cost="))
                .map(line -> line.substring(0, line.indexOf("  (cost=")).strip())
                .map(line -> line.replaceAll("pg_temp_\\d+\\.", "pg_temp."))
                .toList();
    }
}
