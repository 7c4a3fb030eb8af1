package dev.watchkeeper.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every .sql file of this module runs on every supported server that would get it. */
@ExtendWith(LabExtension.class)
class EverySqlFileTest {
    private static final String GID = "every-sql-file";
    private static final String NO_SYSTEM = "1";

    /** Makes a statement of a file runnable. */
    private interface Recipe {
        PreparedStatement prepare(Connection connection, String sql, Client someone) throws SQLException;
    }

    /** As repmgr 5 makes it; without the extension, which the lab's servers don't have. */
    private static final String REPMGR = """
        create schema if not exists repmgr;
        create table if not exists repmgr.nodes (
            node_id int primary key, upstream_node_id int, active boolean, node_name text, type text,
            location text, priority int, conninfo text, repluser text, slot_name text, config_file text)\
        """;

    /** One line for each file, without its version: with which parameters it is run. */
    private static final Map<String, Recipe> RECIPES = Map.ofEntries(
            Map.entry("activity/activity", EverySqlFileTest::plain),
            Map.entry("backup/size", EverySqlFileTest::plain),
            Map.entry(
                    "catalog/columns",
                    (connection, sql, someone) ->
                            with(connection, sql, connection.createArrayOf("int8", new Long[] {1259L}), 10)),
            Map.entry("catalog/functions", (connection, sql, someone) -> with(connection, sql, 10_000)),
            Map.entry("catalog/names", (connection, sql, someone) -> with(connection, sql, 10_000)),
            Map.entry("catalog/relations", (connection, sql, someone) -> with(connection, sql, 10_000)),
            Map.entry("catalog/search_path", EverySqlFileTest::plain),
            Map.entry("connect/greeting", EverySqlFileTest::plain),
            Map.entry("connect/role", EverySqlFileTest::plain),
            Map.entry("connect/backend", EverySqlFileTest::plain),
            Map.entry(
                    "connect/settings_in_transaction",
                    (connection, sql, someone) -> with(connection, sql, "10s", "200ms")),
            Map.entry("connect/settings", (connection, sql, someone) -> with(connection, sql, "on", "10s", "200ms")),
            Map.entry("console/begin", EverySqlFileTest::plain),
            Map.entry("console/begin_read_only", EverySqlFileTest::plain),
            Map.entry(
                    "console/change/holders",
                    (connection, sql, someone) -> with(
                            connection, sql, 1259L, connection.createArrayOf("text", new String[] {"AccessShareLock"
                            }))),
            Map.entry("console/change/older_transactions", EverySqlFileTest::plain),
            Map.entry("console/change/relation", (connection, sql, someone) -> with(connection, sql, "orders", false)),
            Map.entry("console/commit", EverySqlFileTest::plain),
            Map.entry("console/limits", (connection, sql, someone) -> with(connection, sql, "2s", "200ms")),
            Map.entry("console/pin_read_only", EverySqlFileTest::plain),
            Map.entry("console/rollback", EverySqlFileTest::plain),
            Map.entry("console/session", (connection, sql, someone) -> with(connection, sql, "on", "10s")),
            Map.entry("console/volatile_functions", EverySqlFileTest::names),
            Map.entry("describe/columns", EverySqlFileTest::relation),
            Map.entry("describe/constraints", EverySqlFileTest::relation),
            Map.entry("describe/databases", EverySqlFileTest::name),
            Map.entry("describe/definition", EverySqlFileTest::relation),
            Map.entry("describe/extensions", EverySqlFileTest::name),
            Map.entry("describe/facts", EverySqlFileTest::relation),
            Map.entry("describe/found", EverySqlFileTest::onPath),
            Map.entry("describe/function_texts", EverySqlFileTest::onPath),
            Map.entry("describe/functions", EverySqlFileTest::onPath),
            Map.entry("describe/indexes", EverySqlFileTest::relation),
            Map.entry("describe/partitions", EverySqlFileTest::relation),
            Map.entry(
                    "describe/relations",
                    (connection, sql, someone) -> with(
                            connection, sql, texts(connection, "r", "v"), null, null, texts(connection, "public"))),
            Map.entry("describe/roles", EverySqlFileTest::name),
            Map.entry("describe/schemas", EverySqlFileTest::name),
            Map.entry("describe/sequence", EverySqlFileTest::relation),
            Map.entry("describe/triggers", (connection, sql, someone) -> with(connection, sql, 1259L, 1259L)),
            Map.entry("describe/types", EverySqlFileTest::onPath),
            Map.entry("front/landing", EverySqlFileTest::plain),
            Map.entry(
                    "locks/locks",
                    (connection, sql, someone) -> with(
                            connection,
                            sql,
                            connection.createArrayOf("int4", new Integer[] {someone.pid()}),
                            connection.createArrayOf("timestamptz", new String[] {"2026-03-01T14:13:41.123456Z"}))),
            Map.entry("locks/members", EverySqlFileTest::pids),
            Map.entry("locks/prepared_exists", (connection, sql, someone) -> with(connection, sql, GID)),
            Map.entry("locks/rollback_prepared", (connection, sql, someone) -> {
                someone.does("begin; select txid_current(); prepare transaction '" + GID + "'");
                return connection.prepareStatement(sql.replace(":gid", Quoting.literal(GID)));
            }),
            Map.entry("place/place", EverySqlFileTest::plain),
            Map.entry("plans/analyze", (connection, sql, someone) -> {
                prepareSomething(connection);
                return connection.prepareStatement(sql.replace(":values", ""));
            }),
            Map.entry("plans/deallocate", (connection, sql, someone) -> {
                prepareSomething(connection);
                return connection.prepareStatement(sql);
            }),
            Map.entry(
                    "plans/explain_generic",
                    (connection, sql, someone) -> connection.prepareStatement(sql.replace(":query", "select 1"))),
            Map.entry("plans/explain_prepared", (connection, sql, someone) -> {
                prepareSomething(connection);
                return connection.prepareStatement(sql.replace(":values", ""));
            }),
            Map.entry("plans/gone_indexes", EverySqlFileTest::names),
            Map.entry("plans/keep_partitions", EverySqlFileTest::plain),
            Map.entry("plans/parameters", EverySqlFileTest::plain),
            Map.entry(
                    "plans/plan_as",
                    (connection, sql, someone) -> with(connection, sql, "force_generic_plan", "app_ro")),
            Map.entry(
                    "plans/prepare",
                    (connection, sql, someone) -> connection.prepareStatement(sql.replace(":query", "select 1"))),
            Map.entry("plans/quiet_answer", (connection, sql, someone) -> {
                handOver(connection);
                return connection.prepareStatement(sql);
            }),
            Map.entry("plans/quiet_plan", (connection, sql, someone) -> {
                handOver(connection);
                return connection.prepareStatement(sql);
            }),
            Map.entry("plans/quiet_statement", (connection, sql, someone) -> with(connection, sql, "select $1::int")),
            Map.entry("plans/read_only", EverySqlFileTest::plain),
            Map.entry("plans/role_settings", (connection, sql, someone) -> with(connection, sql, "app_ro")),
            Map.entry("plans/timeout", (connection, sql, someone) -> with(connection, sql, "10s")),
            Map.entry("plans/volatile_functions", EverySqlFileTest::names),
            Map.entry(
                    "plans/written_tables",
                    (connection, sql, someone) -> with(
                            connection,
                            sql,
                            connection.createArrayOf("text", new String[] {"public"}),
                            connection.createArrayOf("text", new String[] {"orders"}),
                            connection.createArrayOf("text", new String[] {"public"}),
                            connection.createArrayOf("text", new String[] {"orders"}))),
            Map.entry("plans/advice/columns", EverySqlFileTest::tables),
            Map.entry("plans/advice/indexes", EverySqlFileTest::tables),
            Map.entry("plans/advice/memory", EverySqlFileTest::plain),
            Map.entry("plans/advice/tables", EverySqlFileTest::tables),
            Map.entry("pulse/indexes", (connection, sql, someone) -> with(connection, sql, 1000)),
            Map.entry("pulse/pulse", EverySqlFileTest::plain),
            Map.entry("pulse/retained", EverySqlFileTest::plain),
            Map.entry("pulse/sizes", EverySqlFileTest::plain),
            Map.entry("pulse/standbys", EverySqlFileTest::plain),
            Map.entry(
                    "replication/act/create_logical_slot",
                    (connection, sql, someone) -> with(connection, sql, "a_slot", "pgoutput", NO_SYSTEM)),
            Map.entry(
                    "replication/act/create_physical_slot",
                    (connection, sql, someone) -> with(connection, sql, "a_slot", NO_SYSTEM)),
            Map.entry(
                    "replication/act/drop_slot",
                    (connection, sql, someone) -> with(connection, sql, "a_slot", "physical", NO_SYSTEM)),
            Map.entry("replication/act/pause_replay", EverySqlFileTest::elsewhere),
            Map.entry("replication/act/promote", EverySqlFileTest::elsewhere),
            Map.entry("replication/act/reload", EverySqlFileTest::plain),
            Map.entry("replication/act/resume_replay", EverySqlFileTest::elsewhere),
            Map.entry(
                    "replication/act/set_synchronous",
                    (connection, sql, someone) -> connection.prepareStatement(sql.replace(":names", "''"))),
            Map.entry("replication/act/slot_exists", (connection, sql, someone) -> with(connection, sql, "a_slot")),
            Map.entry("replication/act/standing", EverySqlFileTest::plain),
            Map.entry("replication/act/synchronous_source", EverySqlFileTest::plain),
            Map.entry(
                    "replication/replica/room",
                    (connection, sql, someone) -> with(connection, sql, "app_ro", "a_slot")),
            Map.entry(
                    "replication/drawing/timeline_history",
                    (connection, sql, someone) -> with(connection, sql, "00000002")),
            Map.entry("replication/member/member", EverySqlFileTest::plain),
            Map.entry("replication/member/repmgr_nodes", (connection, sql, someone) -> {
                someone.does(REPMGR);
                return connection.prepareStatement(sql);
            }),
            Map.entry("replication/member/streams", EverySqlFileTest::plain),
            Map.entry(
                    "replication/member/subscriptions",
                    (connection, sql, someone) ->
                            connection.prepareStatement(sql.replace(":conninfo", "s.subconninfo"))),
            Map.entry("serverlog/log_current", EverySqlFileTest::plain),
            Map.entry("serverlog/log_files", (connection, sql, someone) -> {
                // as it is where the server writes its log itself
                someone.does("copy (select 1) to program 'mkdir -p log && cat > /dev/null'");
                return connection.prepareStatement(sql);
            }),
            Map.entry("serverlog/log_piece", (connection, sql, someone) -> with(connection, sql, "PG_VERSION", 0L, 1L)),
            Map.entry("serverlog/log_load", EverySqlFileTest::plain),
            Map.entry("serverlog/log_reload", EverySqlFileTest::plain),
            // as the lab sets it anyway
            Map.entry(
                    "serverlog/log_set",
                    (connection, sql, someone) -> connection.prepareStatement(
                            sql.replace(":name", "log_lock_waits").replace(":value", "'on'"))),
            Map.entry(
                    "serverlog/log_settings",
                    (connection, sql, someone) ->
                            with(connection, sql, connection.createArrayOf("text", new String[] {"log_lock_waits"}))),
            Map.entry("serverlog/log_standing", EverySqlFileTest::plain),
            Map.entry("statements/calls", EverySqlFileTest::extension),
            Map.entry("statements/counting", EverySqlFileTest::extension),
            Map.entry(
                    "statements/figures",
                    (connection, sql, someone) ->
                            with(connection, installed(sql), connection.createArrayOf("int8", new Long[] {4711L}))),
            Map.entry("statements/standing", EverySqlFileTest::plain),
            Map.entry(
                    "statements/texts",
                    (connection, sql, someone) -> with(
                            connection,
                            installed(sql),
                            connection.createArrayOf("int8", new Long[] {4711L}),
                            1000,
                            100_000L)),
            Map.entry("switchover/barrier", EverySqlFileTest::plain),
            // nobody began so long ago
            Map.entry(
                    "switchover/end_clients",
                    (connection, sql, someone) -> with(connection, sql, OffsetDateTime.parse("2000-01-01T00:00:00Z"))),
            Map.entry(
                    "switchover/fence",
                    (connection, sql, someone) -> connection.prepareStatement(sql.replace(":value", "off"))),
            Map.entry(
                    "switchover/follow",
                    (connection, sql, someone) -> connection.prepareStatement(sql.replace(":conninfo", "''"))),
            Map.entry("switchover/make_logical_slot", EverySqlFileTest::nothing),
            Map.entry("switchover/make_slot", EverySqlFileTest::nothing),
            Map.entry("switchover/open_work", (connection, sql, someone) -> with(connection, sql, 60L)),
            Map.entry("switchover/position", EverySqlFileTest::plain),
            // a primary is left alone
            Map.entry("switchover/promote", (connection, sql, someone) -> with(connection, sql, 10, "0")),
            Map.entry("switchover/reload", EverySqlFileTest::plain),
            Map.entry("switchover/takes_writes", EverySqlFileTest::plain),
            Map.entry("switchover/unfence", EverySqlFileTest::plain),
            Map.entry(
                    "switchover/wait_for",
                    (connection, sql, someone) -> connection.prepareStatement(sql.replace(":names", "''"))),
            Map.entry("sessions/cancel", EverySqlFileTest::identity),
            Map.entry("sessions/detail_locks", EverySqlFileTest::pid),
            Map.entry("sessions/detail_progress", EverySqlFileTest::pid),
            Map.entry("sessions/detail_text", EverySqlFileTest::identity),
            Map.entry(
                    "sessions/sessions",
                    (connection, sql, someone) -> with(connection, sql, OffsetDateTime.now(ZoneOffset.UTC))),
            Map.entry("sessions/terminate", EverySqlFileTest::identity),
            Map.entry("sessions/texts", EverySqlFileTest::pids),
            Map.entry("sessions/vitals", EverySqlFileTest::plain),
            Map.entry("sessions/whereabouts", EverySqlFileTest::identity));

    private final SharedLabs labs;

    EverySqlFileTest(SharedLabs labs) {
        this.labs = labs;
    }

    @TestFactory
    Stream<DynamicTest> runs() throws IOException {
        Map<String, NavigableMap<Integer, Path>> files = files();
        return IntStream.rangeClosed(LabPlan.OLDEST, LabPlan.NEWEST)
                .boxed()
                .flatMap(major -> files.entrySet().stream()
                        .filter(file -> file.getValue().floorKey(major) != null)
                        .map(file -> DynamicTest.dynamicTest(
                                file.getKey() + " on " + major,
                                () -> run(
                                        file.getKey(),
                                        file.getValue().floorEntry(major).getValue(),
                                        major))));
    }

    @Test
    void aServerThatGetsItIsAtHand() throws IOException {
        files().forEach((name, versions) -> versions.keySet()
                .forEach(version -> assertThat(version)
                        .as(name + "." + version + ".sql is run by no version of the lab")
                        .isBetween(LabPlan.OLDEST, LabPlan.NEWEST)));
    }

    @Test
    void everyRecipeHasItsFile() throws IOException {
        assertThat(files().keySet())
                .as("take recipes away whose files are gone")
                .containsAll(RECIPES.keySet());
    }

    private void run(String name, Path file, int major) throws Exception {
        if (name.startsWith("snippets/")) {
            return; // SnippetsTest runs them, in a console, with their parameters
        }
        assertThat(RECIPES.keySet())
                .as(file.getFileName() + " is new: add a line to EverySqlFileTest.RECIPES for it that says"
                        + " with which parameters it runs")
                .contains(name);
        Recipe recipe = Objects.requireNonNull(RECIPES.get(name));
        var lab = labs.primary(major);
        String sql = Files.readString(file).strip();
        try (PostgresServer server = Entrance.to(lab).open();
                Client someone = Client.enter(lab)) {
            server.act(connected -> {
                try (PreparedStatement statement = recipe.prepare(connected.jdbc(), sql, someone)) {
                    return statement.execute();
                }
            });
        }
    }

    /** By package and name, then by version. */
    private static Map<String, NavigableMap<Integer, Path>> files() throws IOException {
        Path root = Path.of(System.getProperty("basedir", ""), "src/main/resources/dev/watchkeeper/postgres");
        Map<String, NavigableMap<Integer, Path>> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(one -> one.toString().endsWith(".sql")).toList()) {
                String[] parts =
                        root.relativize(file).toString().replace('\\', '/').split("\\.");
                assertThat(parts).as(file + " is called NAME.VERSION.sql").hasSize(3);
                found.computeIfAbsent(parts[0], name -> new TreeMap<>()).put(Integer.valueOf(parts[1]), file);
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static void prepareSomething(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("prepare watchkeeper_plan as select 1");
        }
    }

    /** For the whole session: nothing is in a transaction here. */
    private static void handOver(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('watchkeeper.statement', 'select 1', false),"
                        + " set_config('watchkeeper.plan', '', false), set_config('watchkeeper.trouble', '', false)")) {
            statement.execute();
        }
    }

    private static PreparedStatement plain(Connection connection, String sql, Client someone) throws SQLException {
        return connection.prepareStatement(sql);
    }

    private static PreparedStatement extension(Connection connection, String sql, Client someone) throws SQLException {
        return connection.prepareStatement(installed(sql));
    }

    private static String installed(String sql) {
        return sql.replace(":schema", "public");
    }

    /** Acts on no server: this one has another identifier. */
    private static PreparedStatement elsewhere(Connection connection, String sql, Client someone) throws SQLException {
        return with(connection, sql, NO_SYSTEM);
    }

    private static PreparedStatement nothing(Connection connection, String sql, Client someone) throws SQLException {
        return connection.prepareStatement(sql.replace("?", "null"));
    }

    private static PreparedStatement pid(Connection connection, String sql, Client someone) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
            statement.setInt(i, someone.pid());
        }
        return statement;
    }

    private static PreparedStatement pids(Connection connection, String sql, Client someone) throws SQLException {
        return with(connection, sql, connection.createArrayOf("int4", new Integer[] {someone.pid()}));
    }

    private static Array texts(Connection connection, String... texts) throws SQLException {
        return connection.createArrayOf("text", texts);
    }

    /** pg_class. */
    private static PreparedStatement relation(Connection connection, String sql, Client someone) throws SQLException {
        return with(connection, sql, 1259L);
    }

    private static PreparedStatement name(Connection connection, String sql, Client someone) throws SQLException {
        return with(connection, sql, "^(p.*)$");
    }

    private static PreparedStatement onPath(Connection connection, String sql, Client someone) throws SQLException {
        return with(connection, sql, null, "^(pg_.*)$", texts(connection, "public"));
    }

    private static PreparedStatement names(Connection connection, String sql, Client someone) throws SQLException {
        return with(connection, sql, connection.createArrayOf("text", new String[] {"orders", "nextval"}));
    }

    private static PreparedStatement tables(Connection connection, String sql, Client someone) throws SQLException {
        return with(
                connection,
                sql,
                connection.createArrayOf("text", new String[] {"public"}),
                connection.createArrayOf("text", new String[] {"orders"}));
    }

    private static PreparedStatement identity(Connection connection, String sql, Client someone) throws SQLException {
        return with(connection, sql, someone.pid(), someone.id().backendStart().atOffset(ZoneOffset.UTC));
    }

    private static PreparedStatement with(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
