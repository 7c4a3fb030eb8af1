package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.story.Stories;
import dev.watchkeeper.lab.story.Story;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabExtension.class)
final class ShowTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    @Test
    void sessionsAsJsonHaveTheKeysOfPgStatActivity(SharedLabs labs) throws SQLException, IOException {
        PostgresServer server = labs.primary(15);
        try (Connection other = server.connect("postgres", "pay, \"ments\"");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 as 支払い");
            Typed typed = Typed.at(home).run("show", "sessions", "--on", server.uri(), "--format", "json");
            assertThat(typed.exit()).isEqualTo(Exit.DONE);
            assertThat(typed.lines()).hasSize(1);
            JsonNode tick = JSON.readTree(typed.out());
            assertThat(tick.get("pane").asText()).isEqualTo("sessions");
            assertThat(tick.get("target").asText()).isEqualTo(server.uri());
            assertThat(Instant.parse(tick.get("taken_at").asText())).isAfter(Instant.EPOCH);
            assertThat(tick.get("server_version").asText()).matches("15\\.\\d+");
            assertThat(tick.get("cost").get("server_ms").isNumber()).isTrue();
            assertThat(tick.get("cost").get("bytes").asLong()).isPositive();
            JsonNode row = row(tick, "query", "select 1 as 支払い");
            assertThat(row.get("application_name").asText()).isEqualTo("pay, \"ments\"");
            assertThat(row.get("state").asText()).isEqualTo("idle in transaction");
            assertThat(row.get("usename").asText()).isEqualTo("postgres");
            assertThat(row.get("datname").asText()).isEqualTo(server.database());
            assertThat(row.get("client_addr").asText()).isEqualTo("127.0.0.1");
            assertThat(row.get("ssl").asBoolean()).isFalse();
            assertThat(row.get("xact_age_ms").isIntegralNumber()).isTrue();
            assertThat(row.get("blocked_by").isArray()).isTrue();
            assertThat(keys(row))
                    .contains("leader_pid", "backend_type", "backend_start", "wait_event", "xid_age", "query_age_ms");
        }
    }

    @Test
    void whatARoleMayNotSeeIsNotSaidNotToBe(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        String on = server.uri().replace("postgres@", "migrator@");
        try (Story queue = Stories.on(server).rowQueue(2).stage()) {
            Typed table = Typed.at(home).run("show", "sessions", "--on", on);
            assertThat(table.out())
                    .contains("do is not to be seen")
                    .doesNotContain("nobody waits")
                    .doesNotContain("no open transaction");
            Typed json = Typed.at(home).run("show", "sessions", "--on", on, "--format", "json");
            JsonNode hidden = row(JSON.readTree(json.out()), "usename", "app_rw");
            assertThat(hidden.get("hidden").asBoolean()).isTrue();
            assertThat(hidden.get("backend_start").isNull()).isTrue();
        }
    }

    @Test
    void locksAsJsonSayWhatPgBlockingPidsSays(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (Story queue = Stories.on(server).rowQueue(4).stage()) {
            Typed typed = Typed.at(home).run("show", "locks", "--on", server.uri(), "--format", "json");
            assertThat(typed.exit()).isEqualTo(Exit.DONE);
            JsonNode tick = JSON.readTree(typed.out());
            int waiting = 0;
            int roots = 0;
            for (JsonNode row : tick.get("rows")) {
                assertThat(pids(row.get("blocked_by")))
                        .as("blockers of %s", row)
                        .isEqualTo(blockingPids(server, row.get("pid").asInt()));
                assertThat(pids(row.get("blocked_by"))).containsAll(pids(row.get("soft_blocked_by")));
                if (row.get("granted").asBoolean()) {
                    roots++;
                    assertThat(row.get("frees").asInt()).isEqualTo(4);
                    assertThat(row.get("wait_ms").isNull()).isTrue();
                } else {
                    waiting++;
                    assertThat(row.get("wait_ms").asLong()).isNotNegative();
                    assertThat(row.get("lock").asText()).isNotEmpty();
                    assertThat(row.get("mode").asText()).endsWith("Lock");
                }
            }
            assertThat(waiting).isEqualTo(4);
            assertThat(roots).isEqualTo(1);
        }
    }

    @Test
    void tableBeginsWithASentence(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (Story queue = Stories.on(server).rowQueue(2).stage()) {
            Typed typed = Typed.at(home).run("show", "locks", "--on", server.uri());
            assertThat(typed.lines().getFirst()).contains("2 sessions wait behind 1 root blocker");
            assertThat(typed.lines()).hasSize(2 + 1 + 3);
        }
    }

    @Test
    void csvHasOneHeadForAllTargetsAndTicks(SharedLabs labs) {
        String uri = labs.primary().uri();
        Typed typed = Typed.at(home)
                .run("show", "sessions", "--on", uri, "--format", "csv", "--every", "100ms", "--count", "2");
        assertThat(typed.exit()).isEqualTo(Exit.DONE);
        assertThat(typed.out()).startsWith("target,taken_at,pid,").contains("\r\n");
        assertThat(typed.lines().stream().filter(line -> line.startsWith("target,")))
                .hasSize(1);
    }

    @Test
    void aDeadTargetCostsTheOthersNoTick(SharedLabs labs) throws IOException {
        String uri = labs.primary().uri();
        String dead = "postgresql://postgres@127.0.0.1:1/shop";
        Typed typed = Typed.at(home)
                .run(
                        "show",
                        "locks",
                        "--on",
                        dead,
                        "--on",
                        uri,
                        "--format",
                        "json",
                        "--every",
                        "200ms",
                        "--count",
                        "3");
        List<JsonNode> good = new ArrayList<>();
        List<JsonNode> bad = new ArrayList<>();
        for (String line : typed.lines()) {
            JsonNode tick = JSON.readTree(line);
            (tick.has("error") ? bad : good).add(tick);
        }
        assertThat(good).hasSize(3).allMatch(tick -> tick.get("target").asText().equals(uri));
        assertThat(bad).hasSize(3).allMatch(tick -> tick.get("target").asText().equals(dead));
        assertThat(bad.getFirst().get("error").get("kind").asText()).isEqualTo("unreachable");
        assertThat(bad.getFirst().get("error").get("message").asText()).contains("127.0.0.1:1");
        assertThat(bad.getFirst().get("error").get("advice").asText()).isNotEmpty();
        assertThat(typed.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(typed.err().lines().filter(line -> line.contains("127.0.0.1:1")))
                .as("said once when it begins")
                .hasSize(1);
    }

    private static JsonNode row(JsonNode tick, String key, String value) {
        for (JsonNode row : tick.get("rows")) {
            if (row.get(key).asText().equals(value)) {
                return row;
            }
        }
        throw new AssertionError("no row with " + key + "=" + value + " in " + tick);
    }

    private static Set<String> keys(JsonNode row) {
        Set<String> keys = new TreeSet<>();
        row.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<Integer> pids(JsonNode array) {
        Set<Integer> pids = new TreeSet<>();
        array.forEach(pid -> pids.add(pid.asInt()));
        return pids;
    }

    private static Set<Integer> blockingPids(PostgresServer server, int pid) throws SQLException {
        Set<Integer> pids = new TreeSet<>();
        try (Connection connection = server.connect();
                var result =
                        connection.createStatement().executeQuery("select unnest(pg_blocking_pids(" + pid + "))")) {
            while (result.next()) {
                pids.add(result.getInt(1));
            }
        }
        return pids;
    }
}
