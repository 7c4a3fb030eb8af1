package dev.watchkeeper.postgres.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forest against {@code pg_blocking_pids}, in random forests that stand still. */
@ExtendWith(LabExtension.class)
class ForestOracleTest {
    /** A deadlock check comes soon, and resolves or reorders before the comparison. */
    private static final String DEADLOCKS_SOON = "50ms";

    private static final int SESSIONS = 60;

    @ParameterizedTest
    @CsvSource({"14, 1", "15, 2", "16, 3", "17, 4", "18, 5", "18, 6", "18, 7", "18, 8"})
    void hasTheEdgesOfPgBlockingPids(int major, long seed, SharedLabs labs) throws Exception {
        var lab = labs.lab(LabPlan.primaryOnly(major).setting("deadlock_timeout", DEADLOCKS_SOON))
                .primary();
        String url = "jdbc:" + lab.member().uri().replace("postgres@", "") + "?user=postgres";
        try (RandomForest ignored = new RandomForest(url, seed, SESSIONS, Duration.ofMillis(150));
                PostgresServer server =
                        new PostgresServer(target(lab.host(), lab.port(), lab.database()), Passwords.none())) {
            Map<Integer, List<Integer>> truth = truth(url);
            assertThat(truth).as("a forest was staged").isNotEmpty();
            LocksProbe probe = new LocksProbe(server);
            assertThat(edges(probe.read().value())).isEqualTo(truth);
            assertThat(edges(probe.read().value())).as("from what it remembers").isEqualTo(truth);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void derivesTheSameEdgesWhereNoDeadlockIsResolved(long seed, SharedLabs labs) throws Exception {
        var lab = labs.lab(LabPlan.primaryOnly(LabPlan.NEWEST).setting("deadlock_timeout", "1h"))
                .primary();
        String url = "jdbc:" + lab.member().uri().replace("postgres@", "") + "?user=postgres";
        try (RandomForest ignored = new RandomForest(url, seed, SESSIONS, Duration.ofMillis(150));
                PostgresServer server =
                        new PostgresServer(target(lab.host(), lab.port(), lab.database()), Passwords.none())) {
            LockTable table = server.probe(connected -> LockTable.read(connected, Map.of()));
            List<LockRow> untold =
                    table.rows().stream().map(ForestOracleTest::withoutTruth).toList();
            BlockingForest derived =
                    new ForestBuilder(untold, row -> Party.session(row.pid()), Activity::unknown).build();
            assertThat(edges(derived)).isEqualTo(truth(url));
        }
    }

    private static LockRow withoutTruth(LockRow row) {
        return new LockRow(
                row.what(),
                row.pid(),
                row.gid(),
                row.mode(),
                row.granted(),
                row.since(),
                null,
                row.prepared(),
                row.owner(),
                row.database());
    }

    private static Target target(String host, int port, String database) {
        return Target.unsaved(
                "lab",
                new Endpoint(
                        Engine.POSTGRESQL,
                        List.of(new HostPort(host, port)),
                        database,
                        "postgres",
                        new LinkedHashMap<>()));
    }

    private static Map<Integer, List<Integer>> edges(BlockingForest forest) {
        Map<Integer, List<Integer>> edges = new TreeMap<>();
        for (Member member : forest.members()) {
            List<Edge> own = forest.blockersOf(member.party());
            if (!own.isEmpty()) {
                edges.put(
                        member.party().pid(),
                        own.stream()
                                .map(edge -> edge.blocker().pid())
                                .distinct()
                                .sorted()
                                .toList());
            }
        }
        return edges;
    }

    private static Map<Integer, List<Integer>> truth(String url) throws SQLException {
        Map<Integer, List<Integer>> truth = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select pid, pg_blocking_pids(pid) from pg_locks where not granted")) {
            while (result.next()) {
                Integer[] pids = (Integer[]) result.getArray(2).getArray();
                truth.put(
                        result.getInt(1),
                        Arrays.stream(pids).distinct().sorted().toList());
            }
        }
        return truth;
    }
}
